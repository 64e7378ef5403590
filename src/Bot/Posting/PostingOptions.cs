namespace Bot.Posting;

/// <summary>The section <c>Posting</c>: how cards are posted and kept alive.</summary>
sealed record PostingOptions
{
    /// <summary>The least time between two edits of one card; 1 second to 1 hour.</summary>
    public TimeSpan EditEvery { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether pictures are fetched, checked, and attached, instead of shown from where they are.</summary>
    public bool AttachPictures { get; init; }

    /// <summary>The server whose announcement channels are offered to others to follow; null if there is none.</summary>
    public string? HubServer { get; init; }
}
