namespace Bot.Posting;

/// <summary>The section <c>Posting</c>: how posted cards are kept alive.</summary>
sealed record PostingOptions
{
    /// <summary>The least time between two edits of one card; 1 second to 1 hour.</summary>
    public TimeSpan EditEvery { get; init; } = TimeSpan.FromMinutes(3);
}
