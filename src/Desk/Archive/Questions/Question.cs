namespace Desk.Archive.Questions;

/// <summary>What somebody asks for, understood as far as words allow.</summary>
public sealed record Question
{
    /// <summary>As it was typed, without what became a filter.</summary>
    public required string Text { get; init; }

    /// <summary>Folded words that must have something to do with the results, most of them once.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What was typed in double quotes: results must contain each of them. Folded.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>What was typed behind a minus: results must contain none of them. Folded.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Whether the last word may be the beginning of a longer one.</summary>
    public bool IsUnfinished { get; init; }

    public QuestionFilters Filters { get; init; } = QuestionFilters.None;

    /// <summary>The words of the time in <see cref="Filters"/>: perhaps an event's, which the article names.</summary>
    public IReadOnlyList<string> TimeWords { get; init; } = [];

    /// <summary>The word of the type in <see cref="Filters"/>.</summary>
    public string? TypeWord { get; init; }

    /// <summary>The words of the topic in <see cref="Filters"/>.</summary>
    public IReadOnlyList<string> TopicWords { get; init; } = [];

    /// <summary>The language of the words: <c>en</c>, <c>de</c>, <c>fr</c>, <c>es</c> or <c>pt</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Those of the words that name somebody or something.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether the words may be of the language of who asks, which is not the archive's.</summary>
    public bool MayBeForeign { get; init; }

    /// <summary>Two times of which the question asks for what is after the later one and before the earlier one.</summary>
    public BackwardsTimes? Backwards { get; init; }

    /// <summary>Whether a number would answer it: "how many".</summary>
    public bool AsksForNumber { get; init; }

    /// <summary>Whether there is more to it than filters.</summary>
    public bool HasSubject => Words.Count > 0 || Phrases.Count > 0;

    /// <summary>
    /// The question without filters that may be a part of its subject: "the launch event of April 6" is announced in March, and
    /// "videos for beginners" may be announced by an article.
    /// </summary>
    /// <returns>Null if there is none.</returns>
    internal Question? Doubtful() => TimeWords is [] && TypeWord is null ? null : this with
    {
        Words = [.. Words, .. TimeWords, .. TypeWord is null ? (string[])[] : [TypeWord]],
        Filters = Filters with
        {
            Since = TimeWords is [] ? Filters.Since : null,
            Until = TimeWords is [] ? Filters.Until : null,
            Type = null,
        },
    };

    /// <summary>The question without the topic as a filter, but as its subject; null if it names none.</summary>
    internal Question? BeyondTopic() => TopicWords is [] ? null : this with
    {
        Text = string.Join(' ', [Text, .. TopicWords]),
        Words = [.. Words, .. TopicWords],
        TopicWords = [],
        Filters = Filters with { Topic = null },
    };
}
