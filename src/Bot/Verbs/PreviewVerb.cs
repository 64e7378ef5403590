using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Bot.Cards;
using Bot.Commands;
using Bot.Hosting;
using Discord;
using Microsoft.Extensions.DependencyInjection;
using News.Reading;
using News.Stories;
using Sandbox;
using Spectre.Console;

namespace Bot.Verbs;

/// <summary><c>preview FILE</c>: the post of one article as members will see it, in the terminal or on the local Discord's page.</summary>
static class PreviewVerb
{
    static readonly Argument<string> Article = new("FILE") { Description = "The article's file" };

    static readonly Option<bool> OnPage = new("--open") { Description = "Show it on the local Discord's page, until Ctrl+C" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("preview", "Show an article's post as members will see it") { Article, OnPage, ProgramOptions.Json };
        command.SetAction(PreviewAsync);
        return command;
    }

    static async Task<int> PreviewAsync(ParseResult parsed, CancellationToken ct)
    {
        var file = parsed.GetValue(Article)!;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var reading = new ContentFolder(folder).Read(Path.GetFileName(file));
        foreach (var problem in reading.Problems)
            Console.Error.WriteLine(problem with { Path = file });
        if (reading.Article is not { } article)
            return ExitCodes.Wrong;

        var now = TimeProvider.System.GetUtcNow();
        var message = StoryMessage.For(Story.Of(article.Id, [article], firstSeenAt: now, now), new() { Now = now });
        if (parsed.GetValue(OnPage))
            return await ShowOnPageAsync(message, ct);
        if (parsed.GetValue(ProgramOptions.Json))
            Console.WriteLine(message.ToJson());
        else
            ReplyView.Draw(new Reply { Embeds = message.Embeds ?? [], Components = message.Components ?? [] }, AnsiConsole.Console);
        return ExitCodes.Done;
    }

    /// <summary>On a local Discord of its own, which forgets everything.</summary>
    static async Task<int> ShowOnPageAsync(CreateMessage message, CancellationToken ct)
    {
        await using var localDiscord = await SandboxServer.StartAsync(new() { Port = 0 }, TimeProvider.System, ct);
        await using var discord = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDiscord(new() { Token = SandboxServer.Token, ApiBase = localDiscord.ApiBase })
            .BuildServiceProvider();
        await discord.GetRequiredService<DiscordRest>().CreateMessageAsync(Snowflake.Parse(Seed.NewsChannelId, CultureInfo.InvariantCulture), message, ct);

        Console.WriteLine($"The post is in #news at {localDiscord.Address} until Ctrl+C.");
        OpenBrowser(localDiscord.Address);
        await UntilStoppedAsync(ct);
        return ExitCodes.Done;
    }

    static async Task UntilStoppedAsync(CancellationToken ct)
    {
        var stopped = new TaskCompletionSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stopped.Task.WaitAsync(ct);

        void Stop(PosixSignalContext signal)
        {
            // The program ends by itself, once the local Discord has.
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }

    static void OpenBrowser(Uri address)
    {
        // Without a screen, what looks for a browser prints complaints.
        if (OperatingSystem.IsLinux() && !IsSet("DISPLAY") && !IsSet("WAYLAND_DISPLAY"))
            return;

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception absent) when (absent is Win32Exception or PlatformNotSupportedException)
        {
            // There is no browser to open here; the address was printed.
        }
    }

    static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
