using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Articles;
using Articles.Text;
using Desk.Archive;

namespace Bot.Cli;

/// <summary><c>list [--topic T] [--provider P] [--json]</c>: what readers can see, newest first.</summary>
static partial class ListVerb
{
    static readonly Option<string?> TopicName = new("--topic") { Description = "Only this topic", HelpName = "T" };

    static readonly Option<string?> ProviderName = new("--provider")
    {
        Description = "Only this outlet, by name or domain",
        HelpName = "P",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("list", "List the published articles, newest first") { TopicName, ProviderName, ProgramOptions.Json };
        command.SetAction((parsed, ct) => CliSession.RunAsync(parsed, session => ListAsync(parsed, session.Get<ArticleStore>(), ct), ct));
        return command;
    }

    static async Task<int> ListAsync(ParseResult parsed, ArticleStore articles, CancellationToken ct)
    {
        Topic? topic = null;
        if (parsed.GetValue(TopicName) is { } name && (topic = await articles.TopicAsync(name, ct)) is null)
        {
            var known = string.Join(", ", (await articles.TopicsLikeAsync("", int.MaxValue, ct)).Select(one => one.Name));
            Console.Error.WriteLine(OneLine.Of($"There is no topic \"{name}\". Topics: {known}."));
            return ExitCodes.Wrong;
        }

        var found = (topic, parsed.GetValue(ProviderName)) switch
        {
            (_, { } provider) => await articles.FromProviderAsync(provider, topic, 0, int.MaxValue, ct, perStory: int.MaxValue),
            ({ } one, null) => await articles.InTopicAsync(one, 0, int.MaxValue, ct, perStory: int.MaxValue),
            (null, null) => await articles.EachAsync(0, int.MaxValue, ct),
        };
        if (parsed.GetValue(ProgramOptions.Json))
            Console.WriteLine(JsonSerializer.Serialize(found.Headlines, ListJson.Default.IReadOnlyListHeadline));
        else
            Print(found.Headlines);
        return ExitCodes.Done;
    }

    /// <summary>One per line, with tabs between the fields, to be read by people and by <c>cut</c>.</summary>
    static void Print(IReadOnlyList<Headline> headlines)
    {
        foreach (var headline in headlines)
        {
            var fields = ((string[])[headline.Path, headline.Provider.Label, headline.Title]).Select(OneLine.Of);
            Console.WriteLine(string.Join('\t', [$"{headline.PublishedAt:yyyy-MM-dd HH:mm}Z", .. fields]));
        }

        Console.Error.WriteLine(headlines.Count == 1 ? "1 article." : $"{headlines.Count} articles.");
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
    [JsonSerializable(typeof(IReadOnlyList<Headline>))]
    sealed partial class ListJson : JsonSerializerContext;
}
