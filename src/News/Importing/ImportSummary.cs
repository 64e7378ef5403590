namespace News.Importing;

/// <summary>What is kept of an <see cref="ImportReport"/>: its numbers, of articles or of files.</summary>
public sealed record ImportSummary
{
    /// <inheritdoc cref="ImportReport.At"/>
    public required DateTimeOffset At { get; init; }

    public required TimeSpan Took { get; init; }

    public required int Files { get; init; }

    public required int New { get; init; }

    public required int Edited { get; init; }

    public required int Touched { get; init; }

    public required int Returned { get; init; }

    public required int Withdrawn { get; init; }

    public required int Broken { get; init; }

    public required int Duplicates { get; init; }

    public required int Unchanged { get; init; }
}
