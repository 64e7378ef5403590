using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using News;
using News.Storage;

namespace Bot.Verbs;

/// <summary><c>list [--topic T] [--provider P] [--json]</c>: what readers can see, newest first.</summary>
static partial class ListVerb
{
    static readonly Option<string?> TopicName = new("--topic") { Description = "Only this topic", HelpName = "T" };

    static readonly Option<string?> ProviderName = new("--provider") { Description = "Only this outlet, by name or domain", HelpName = "P" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("list", "List the published articles, newest first") { TopicName, ProviderName, ProgramOptions.Json };
        command.SetAction((parsed, ct) => Workbench.RunAsync(parsed, bench => ListAsync(parsed, bench.Get<ArticleStore>(), ct), ct));
        return command;
    }

    static async Task<int> ListAsync(ParseResult parsed, ArticleStore articles, CancellationToken ct)
    {
        Topic? topic = null;
        if (parsed.GetValue(TopicName) is { } name && (topic = await articles.TopicAsync(name, ct)) is null)
        {
            var known = await articles.TopicsLikeAsync("", int.MaxValue, ct);
            Console.Error.WriteLine($"There is no topic \"{name}\". Topics: {string.Join(", ", known.Select(one => one.Name))}.");
            return ExitCodes.Wrong;
        }

        var found = (topic, parsed.GetValue(ProviderName)) switch
        {
            (_, { } provider) => await articles.FromProviderAsync(provider, topic, 0, int.MaxValue, ct),
            ({ } one, null) => await articles.InTopicAsync(one, 0, int.MaxValue, ct),
            (null, null) => await articles.LatestAsync(0, int.MaxValue, ct),
        };
        if (parsed.GetValue(ProgramOptions.Json))
            Console.WriteLine(JsonSerializer.Serialize(found.Headlines, ListJson.Default.IReadOnlyListHeadline));
        else
            Print(found.Headlines);
        return ExitCodes.Done;
    }

    /// <summary>A line each, fields apart by tabs: fit for <c>cut</c> and for the eye.</summary>
    static void Print(IReadOnlyList<Headline> headlines)
    {
        foreach (var headline in headlines)
            Console.WriteLine($"{headline.PublishedAt:yyyy-MM-dd HH:mm}Z\t{headline.Path}\t{headline.Provider.Label}\t{headline.Title}");
        Console.Error.WriteLine(headlines.Count == 1 ? "1 article." : $"{headlines.Count} articles.");
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
    [JsonSerializable(typeof(IReadOnlyList<Headline>))]
    sealed partial class ListJson : JsonSerializerContext;
}
