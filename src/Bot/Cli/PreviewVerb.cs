using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Articles.Files;
using Articles.Stories;
using Articles.Text;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Hosting;
using Desk.Archive;
using Discord.Models;
using Discord.Rest;
using LocalDiscord;
using LocalDiscord.Guilds;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>
/// <c>preview FILE</c>: the post of an article's story as members will see it, in the terminal or on the local Discord's page.
/// </summary>
static class PreviewVerb
{
    static readonly Argument<string> Article = new("FILE") { Description = "The article's file" };

    static readonly Option<bool> OnPage = new("--open") { Description = "Show it on the local Discord's page until Ctrl+C" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("preview", "Show an article's post as members will see it") { Article, OnPage, ProgramOptions.Json };
        command.SetAction(PreviewAsync);
        return command;
    }

    static async Task<int> PreviewAsync(ParseResult parsed, CancellationToken ct)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;

        var (file, now) = (parsed.GetValue(Article)!, TimeProvider.System.GetUtcNow());
        var known = ContentPath.Of(file, settings.Content.Folder);
        var place = known ?? new(Path.GetDirectoryName(Path.GetFullPath(file))!, Path.GetFileName(file));
        var reading = new ContentFolder(place.Folder).Read(place.Path, now);
        if (reading.Article is not { } article || known is null)
        {
            Print(reading.Problems, file);
            return reading.Article is { } alone ? await ShowAsync(parsed, Story.Of(alone.Id, [alone], now, now), ct) : ExitCodes.Wrong;
        }

        return await CliSession.RunAsync(
            settings.Content with { Folder = place.Folder },
            article.Path,
            async (session, report) =>
            {
                Print(report.Problems.Where(problem => problem.Path == article.Path), file);
                if (await StoryAsync(session, article.Path, ct) is not { } story)
                    return ExitCodes.Wrong;
                TellOthers(story, article.Path, place.Folder);
                return await ShowAsync(parsed, story, ct);
            },
            ct);
    }

    static void Print(IEnumerable<ContentProblem> problems, string file)
    {
        foreach (var problem in problems)
            Console.Error.WriteLine(problem with { Path = file });
    }

    /// <summary>The story of a file; null if the file only repeats another one's article, which is then a problem.</summary>
    static async Task<Story?> StoryAsync(CliSession session, string path, CancellationToken ct)
    {
        var listed = await session.Get<ArticleStore>().EachAsync(skip: 0, take: int.MaxValue, ct);
        return listed.Headlines.FirstOrDefault(headline => headline.Path == path) is { } headline
            ? await session.Get<StoryStore>().OfArticleAsync(headline.Id, ct)
            : null;
    }

    /// <summary>The post shows the story, which may be led by another file.</summary>
    static void TellOthers(Story story, string path, string folder)
    {
        var others = story.Articles.Where(article => article.Path != path).ToList();
        if (others.Count == 0)
            return;
        var count = others.Count == 1 ? "another article" : $"{others.Count} other articles";
        Console.Error.WriteLine($"It is one story with {count}:");
        foreach (var other in others)
            Console.Error.WriteLine(OneLine.Of($"  {Path.Join(folder, other.Path)}{(other == story.Lead ? " (leads the story)" : "")}"));
    }

    static async Task<int> ShowAsync(ParseResult parsed, Story story, CancellationToken ct)
    {
        var message = StoryMessage.For(story, new() { Now = TimeProvider.System.GetUtcNow() });
        if (parsed.GetValue(OnPage))
            return await ShowOnPageAsync(message, ct);
        if (parsed.GetValue(ProgramOptions.Json))
            Console.WriteLine(message.ToJson());
        else
            ReplyView.Draw(new Reply { Components = message.Components! }, AnsiConsole.Console);
        return ExitCodes.Done;
    }

    /// <summary>On a local Discord of its own that keeps nothing.</summary>
    static async Task<int> ShowOnPageAsync(CreateMessage message, CancellationToken ct)
    {
        await using var localDiscord = await LocalDiscordServer.StartAsync(new() { Port = 0 }, TimeProvider.System, ct);
        await using var discord = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddDiscord(new() { Token = LocalDiscordServer.Token, ApiBase = localDiscord.ApiBase })
            .BuildServiceProvider();
        var news = Snowflake.Parse(Seed.NewsChannelId, CultureInfo.InvariantCulture);
        await discord.GetRequiredService<DiscordRest>().CreateMessageAsync(news, message, ct);

        Console.WriteLine($"The post is in #news at {localDiscord.Address} until you press Ctrl+C.");
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
            // The program ends by itself once the local Discord has stopped.
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }

    static void OpenBrowser(Uri address)
    {
        // Without a display, the tool that looks for a browser prints errors.
        if (OperatingSystem.IsLinux() && !IsSet("DISPLAY") && !IsSet("WAYLAND_DISPLAY"))
            return;

        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
        }
        catch (Exception absent) when (absent is Win32Exception or PlatformNotSupportedException)
        {
            // There is no browser; the address is printed anyway.
        }
    }

    static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
