using System.CommandLine;
using System.Text;
using Articles;
using Articles.Files;
using Articles.Text;
using Desk.Archive;
using Desk.Importing;

namespace Bot.Cli;

/// <summary><c>new "Title" --url URL</c>: creates the file of a new article, with its proper name and fields.</summary>
static class NewVerb
{
    static readonly Argument<string> Title = new("TITLE") { Description = "The headline" };

    static readonly Option<string> Url = new("--url") { Description = "The page to read", HelpName = "URL", Required = true };

    static readonly Option<string[]> Topics = new("--topic") { Description = "A topic; repeat the option for more", HelpName = "T" };

    static readonly Option<string> Excerpt = new("--excerpt")
    {
        Description = "A summary of one to three sentences",
        HelpName = "E",
        DefaultValueFactory = _ => "",
    };

    static readonly Option<string?> ProviderName = new("--provider") { Description = "The outlet, by name or domain", HelpName = "P" };

    static readonly Option<bool> Published = new("--published")
    {
        Description = "true publishes the article at once; otherwise it is held back",
        HelpName = "true|false",
        DefaultValueFactory = _ => false,
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("new", "Create the file of a new article and print its path")
        {
            Title, Url, Topics, Excerpt, ProviderName, Published,
        };
        command.SetAction((parsed, ct) => CliSession.RunAsync(
            parsed, folder: null, isTemporary: true, (session, before) => WriteAsync(parsed, session, before, ct), ct));
        return command;
    }

    static async Task<int> WriteAsync(ParseResult parsed, CliSession session, ImportReport before, CancellationToken ct)
    {
        var url = parsed.GetValue(Url)!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var link))
            return Refused($"--url \"{url}\" is not a link. Write the full address, such as https://example.com/story.");

        var article = await ArticleAsync(parsed, link, session.Get<ArticleStore>(), ct);
        var file = Encoding.UTF8.GetBytes(ArticleFile.Write(article));
        var folder = ProgramOptions.Settings(parsed)!.Content.Folder;
        var path = Path.Join(folder, article.Path);
        // A file that wouldn't load is better not written.
        if (ArticleReader.Read(article.Path, file) is { Article: null, Problems: var mistakes })
            return Refused(string.Join('\n', mistakes.Select(mistake => mistake.Message)));
        if (!await TryWriteAsync(path, file, ct))
            return Refused($"{path} already exists. Edit it, or choose another title.");

        Console.WriteLine(path);
        var sameLink = await WithLinkAsync(link, session.Get<ArticleStore>(), ct);
        var after = await session.Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
        Console.Error.Write(ProblemFormats.All["text"]([.. after.Problems.Except(before.Problems).Select(problem => problem.In(folder))]));
        if (sameLink is not null && after.Duplicates == before.Duplicates)
        {
            Console.Error.WriteLine(
                $"{path}: warning: {Path.Join(folder, sameLink.Path)} from {sameLink.PublishedAt:yyyy-MM-dd} has the same link. "
                + "It is so old that both will be shown. If they are the same article, delete one of the files.");
        }

        return ExitCodes.Done;
    }

    /// <summary>The newest article with the same link, in any spelling.</summary>
    static async Task<Headline?> WithLinkAsync(Uri link, ArticleStore articles, CancellationToken ct)
    {
        var key = LinkKey.Of(link);
        var all = await articles.EachAsync(skip: 0, take: int.MaxValue, ct);
        return all.Headlines.FirstOrDefault(headline => headline.Link is { } other && LinkKey.Of(other) == key);
    }

    static async Task<Article> ArticleAsync(ParseResult parsed, Uri link, ArticleStore articles, CancellationToken ct)
    {
        var title = parsed.GetValue(Title)!.Trim();
        var now = TimeProvider.System.GetUtcNow();
        var topics = new List<string>();
        foreach (var topic in parsed.GetValue(Topics) ?? [])
            topics.Add((await articles.TopicAsync(topic, ct))?.Name ?? topic.Trim());
        return new()
        {
            Path = ArticleFileName.Of(title, now),
            Title = title,
            Excerpt = parsed.GetValue(Excerpt)!.Trim(),
            // To the minute, which is all that readers see, and easier to correct.
            PublishedAt = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero),
            WebUrl = link,
            Published = parsed.GetValue(Published),
            Provider = await ProviderAsync(parsed.GetValue(ProviderName)?.Trim() ?? "", link, articles, ct),
            Topics = topics,
        };
    }

    /// <summary>The outlet as in earlier articles; the domain of a new one is taken from the link.</summary>
    static async Task<Provider> ProviderAsync(string name, Uri link, ArticleStore articles, CancellationToken ct)
    {
        if (name.Length == 0)
            return Provider.Unknown;
        if (await articles.FromProviderAsync(name, topic: null, skip: 0, take: 1, ct) is { Headlines: [var known] })
            return known.Provider with { Icon = null };
        var isDomain = name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal);
        return isDomain ? new("", Provider.DomainOf(name)) : new(name, Provider.DomainOf(link.Host));
    }

    static async Task<bool> TryWriteAsync(string path, byte[] file, CancellationToken ct)
    {
        if (File.Exists(path))
            return false;
        await using var stream = new FileStream(path, FileMode.CreateNew);
        await stream.WriteAsync(file, ct);
        return true;
    }

    static int Refused(string reason)
    {
        Console.Error.WriteLine(reason);
        return ExitCodes.Wrong;
    }
}
