using System.Globalization;
using System.Net;
using YamlDotNet.Serialization;

namespace Benchmarks;

/// <summary>An article file as the recount reads it, without the bot's code.</summary>
sealed record ReplayArticle
{
    static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    /// <summary>Where a reader finds the article.</summary>
    public required string Link { get; init; }

    public required string Title { get; init; }

    /// <summary>Its headline and its excerpt.</summary>
    public required string Words { get; init; }

    public required bool IsPublished { get; init; }

    /// <summary>-1 if unknown.</summary>
    public required int Heat { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public static ReplayArticle Parse(string text)
    {
        var end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        var fields = Yaml.Deserialize<Dictionary<string, object?>>(text[4..(end + 1)]);
        var title = WebUtility.HtmlDecode(Text("title"));
        return new()
        {
            Link = new Uri(Text("webUrl") is { Length: > 0 } web ? web : Text("originalUrl")).AbsoluteUri,
            Title = title,
            Words = $"{title}\n{WebUtility.HtmlDecode(Text("excerpt"))}",
            IsPublished = Text("published") != "false",
            Heat = int.TryParse(Text("heat"), CultureInfo.InvariantCulture, out var heat) ? heat : -1,
            Topics = fields.GetValueOrDefault("topics") is List<object> topics ? [.. topics.Select(topic => topic.ToString()!)] : [],
        };

        string Text(string field) => fields.GetValueOrDefault(field)?.ToString() ?? "";
    }
}
