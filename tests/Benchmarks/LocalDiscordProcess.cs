using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Sandbox;

namespace Benchmarks;

/// <summary>A local Discord in a process of its own, so that what is measured here is the bot alone.</summary>
sealed class LocalDiscordProcess : IDisposable
{
    static readonly Option<int> Channels = new("--channels");

    readonly Process process;

    LocalDiscordProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>What the process runs: this program again.</summary>
    public static Command Command { get; } = Describe();

    public Uri Address { get; }

    /// <param name="channels">How many channels its second guild has.</param>
    /// <param name="ct">Stops waiting for it.</param>
    public static async Task<LocalDiscordProcess> StartAsync(int channels, CancellationToken ct)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. ThisProgram.Itself, Command.Name, Channels.Name, channels.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new(process, new(await process.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException("The local Discord did not start.")));
    }

    /// <summary>It ends with its standard input, so that it never outlives whoever started it.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    static Command Describe()
    {
        var command = new Command("local-discord") { Channels };
        command.Hidden = true;
        command.SetAction(async (parsed, ct) =>
        {
            await using var server = await SandboxServer.StartAsync(new() { Guilds = 2, ChannelsPerGuild = parsed.GetValue(Channels) }, TimeProvider.System, ct);
            Console.WriteLine(server.Address);
            await Console.In.ReadToEndAsync(ct);
        });
        return command;
    }
}
