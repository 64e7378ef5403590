namespace Desk.Importing;

/// <summary>The numbers of an <see cref="ImportReport"/>, which are stored.</summary>
public sealed record ImportSummary
{
    /// <inheritdoc cref="ImportReport.At"/>
    public required DateTimeOffset At { get; init; }

    public TimeSpan Took => TimeSpan.FromMilliseconds(Milliseconds);

    public required int Files { get; init; }

    public required int New { get; init; }

    public required int Edited { get; init; }

    public required int Touched { get; init; }

    public required int Returned { get; init; }

    public required int Withdrawn { get; init; }

    public required int Broken { get; init; }

    public required int Duplicates { get; init; }

    public required int Unchanged { get; init; }

    public required long Milliseconds { get; init; }
}
