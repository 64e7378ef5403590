using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LocalDiscord;

namespace Benchmarks;

/// <summary>A local Discord in a separate process, so that this process measures only the bot.</summary>
sealed class LocalDiscordProcess : IDisposable
{
    static readonly Option<int> Channels = new("--channels");
    static readonly Option<bool> Unlimited = new("--unlimited");

    readonly Process process;

    LocalDiscordProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>The command that the process runs; it starts this program again.</summary>
    public static Command Command { get; } = Describe();

    public Uri Address { get; }

    public int ProcessId => process.Id;

    /// <param name="channels">The number of channels in its second server.</param>
    public static Task<LocalDiscordProcess> StartAsync(int channels, CancellationToken ct) =>
        StartAsync([Channels.Name, channels.ToString(CultureInfo.InvariantCulture)], ct);

    /// <summary>One server without rate limits, where a bot has a minute for each answer, so that every run is the same.</summary>
    public static Task<LocalDiscordProcess> StartUnlimitedAsync(CancellationToken ct) => StartAsync([Unlimited.Name], ct);

    /// <summary>As <see cref="StartAsync(int, CancellationToken)"/>, without rate limits.</summary>
    public static Task<LocalDiscordProcess> StartUnlimitedAsync(int channels, CancellationToken ct) =>
        StartAsync([Unlimited.Name, Channels.Name, channels.ToString(CultureInfo.InvariantCulture)], ct);

    static async Task<LocalDiscordProcess> StartAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. ThisProgram.Itself, Command.Name, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var address = await process.StandardOutput.ReadLineAsync(ct);
        return new(process, new(address ?? throw new InvalidOperationException("The local Discord did not start.")));
    }

    /// <summary>Ends when its standard input ends, so that it never outlives its parent.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    static Command Describe()
    {
        var command = new Command("local-discord") { Channels, Unlimited };
        command.Hidden = true;
        command.SetAction(async (parsed, ct) =>
        {
            await using var server = await LocalDiscordServer.StartAsync(Options(parsed), TimeProvider.System, ct);
            Console.WriteLine(server.Address);
            await Console.In.ReadToEndAsync(ct);
        });
        return command;
    }

    static LocalDiscordOptions Options(ParseResult parsed)
    {
        LocalDiscordOptions options = parsed.GetValue(Unlimited)
            ? new() { RateLimits = false, AnswerWithin = TimeSpan.FromMinutes(1) }
            : new();
        return parsed.GetValue(Channels) is > 0 and var channels ? options with { Guilds = 2, ChannelsPerGuild = channels } : options;
    }
}
