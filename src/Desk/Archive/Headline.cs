using System.Text.Json.Serialization;
using Articles;

namespace Desk.Archive;

/// <summary>An article as a list shows it.</summary>
public sealed record Headline
{
    public required long Id { get; init; }

    /// <summary>What buttons name it by.</summary>
    [JsonIgnore]
    public long PublicKey { get; init; }

    public required string Path { get; init; }

    public required string Title { get; init; }

    public required string Excerpt { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required Uri Link { get; init; }

    public Provider Provider => new(ProviderName, ProviderDomain, ProviderIcon);

    public IReadOnlyList<string> Topics => TopicNames?.Split('\u001f') ?? [];

    /// <summary>How many outlets cover its story, those of related items included.</summary>
    public required int Outlets { get; init; }

    [JsonIgnore]
    public string ProviderName { get; init; } = "";

    [JsonIgnore]
    public string ProviderDomain { get; init; } = "";

    [JsonIgnore]
    public Uri? ProviderIcon { get; init; }

    /// <summary>Joined by the unit separator.</summary>
    [JsonIgnore]
    public string? TopicNames { get; init; }
}

/// <summary>A page of a list.</summary>
/// <param name="Skipped">How many entries precede it.</param>
/// <param name="HasMore">Whether more entries follow.</param>
public sealed record HeadlinePage(IReadOnlyList<Headline> Headlines, int Skipped, bool HasMore)
{
    /// <summary>A part of the page, as a page. It must not exceed this one.</summary>
    /// <param name="skip">Within the list, not within this page.</param>
    public HeadlinePage Part(int skip, int take)
    {
        var rest = Headlines.Skip(skip - Skipped).ToList();
        return new([.. rest.Take(take)], skip, HasMore || rest.Count > take);
    }
}
