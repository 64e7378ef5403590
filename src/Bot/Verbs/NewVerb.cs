using System.CommandLine;
using System.Text;
using News;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Bot.Verbs;

/// <summary><c>new "Title" --url URL</c>: begins an article's file, named and filled in as it should be.</summary>
static class NewVerb
{
    static readonly Argument<string> Title = new("TITLE") { Description = "The headline" };

    static readonly Option<string> Url = new("--url") { Description = "The page to read", HelpName = "URL", Required = true };

    static readonly Option<string[]> Topics = new("--topic") { Description = "A topic; may be given several times", HelpName = "T" };

    static readonly Option<string> Excerpt = new("--excerpt") { Description = "One to three sentences", HelpName = "E", DefaultValueFactory = _ => "" };

    static readonly Option<string?> ProviderName = new("--provider") { Description = "The outlet, by name or domain", HelpName = "P" };

    static readonly Option<bool> Published = new("--published") { Description = "false holds the article back", HelpName = "true|false", DefaultValueFactory = _ => true };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("new", "Write the file of a new article, and print its path") { Title, Url, Topics, Excerpt, ProviderName, Published };
        command.SetAction((parsed, ct) => Workbench.RunAsync(parsed, folder: null, isTemporary: true, (bench, before) => WriteAsync(parsed, bench, before, ct), ct));
        return command;
    }

    static async Task<int> WriteAsync(ParseResult parsed, Workbench bench, ImportReport before, CancellationToken ct)
    {
        var url = parsed.GetValue(Url)!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var link))
            return Refused($"--url \"{url}\" is not a link. Write the whole address, such as https://example.com/story.");

        var article = await ArticleAsync(parsed, link, bench.Get<ArticleStore>(), ct);
        var file = Encoding.UTF8.GetBytes(ArticleFile.Write(article));
        var folder = ProgramOptions.Settings(parsed)!.Content.Folder;
        var path = Path.Join(folder, article.Path);
        // What would not load is better told than written.
        if (ArticleReader.Read(article.Path, file) is { Article: null, Problems: var mistakes })
            return Refused(string.Join('\n', mistakes.Select(mistake => mistake.Message)));
        if (!await TryWriteAsync(path, file, ct))
            return Refused($"{path} is there already. Edit it, or write another title.");

        Console.WriteLine(path);
        var sameLink = await WithLinkAsync(link, bench.Get<ArticleStore>(), ct);
        var after = await bench.Get<ArticleImporter>().ImportAsync(patience: TimeSpan.Zero, progress: null, ct);
        Console.Error.Write(ProblemFormats.All["text"]([.. after.Problems.Except(before.Problems).Select(problem => problem.In(folder))]));
        if (sameLink is not null && after.Duplicates == before.Duplicates)
            Console.Error.WriteLine($"{path}: warning: {Path.Join(folder, sameLink.Path)} of {sameLink.PublishedAt:yyyy-MM-dd} has the same link. That is so long ago that both are shown; if they are one article, delete one of the two.");
        return ExitCodes.Done;
    }

    /// <summary>The newest article that has the link already, however it is written there.</summary>
    static async Task<Headline?> WithLinkAsync(Uri link, ArticleStore articles, CancellationToken ct)
    {
        var key = LinkKey.Of(link);
        var all = await articles.LatestAsync(skip: 0, take: int.MaxValue, ct);
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
            // To the minute: nobody reads more, and it is easier to correct.
            PublishedAt = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero),
            WebUrl = link,
            Published = parsed.GetValue(Published),
            Provider = parsed.GetValue(ProviderName)?.Trim() is { Length: > 0 } name ? await ProviderAsync(name, link, articles, ct) : Provider.Unknown,
            Topics = topics,
        };
    }

    /// <summary>As earlier articles have the outlet; a new one is believed to be at home where the link leads.</summary>
    static async Task<Provider> ProviderAsync(string name, Uri link, ArticleStore articles, CancellationToken ct)
    {
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
