using News.Reading;

namespace News;

/// <summary>One message on what is wrong in the content folder, claimed by whoever sends it now, as it is to read by now.</summary>
public sealed record Alert
{
    /// <summary>Unique for ever: what makes a repeated send recognisable.</summary>
    public required long Id { get; init; }

    public required string Channel { get; init; }

    /// <summary>Whether it only counts: what stood when the folder was first seen is too much to list.</summary>
    public required bool IsSummary { get; init; }

    /// <summary>Counts what was mended since the first, which is 1.</summary>
    public required int Version { get; init; }

    /// <summary>The message's address in its channel, where it was sent before; then it is edited.</summary>
    public required string? Message { get; init; }

    /// <summary>From 1. From 2 on, an earlier attempt may have reached the channel unrecorded.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the first attempt of all began, in UTC.</summary>
    public required DateTimeOffset FirstClaimedAt { get; init; }

    /// <summary>Errors first.</summary>
    public required IReadOnlyList<AlertedProblem> Problems { get; init; }

    /// <summary>Whether it tells that the folder itself is not there.</summary>
    public bool IsOfFolder => Problems is [{ Problem.Path: "" }];

    public bool IsMended => Problems.All(problem => problem.MendedAt is not null);
}

/// <param name="MendedAt">In UTC; null while it stands.</param>
public sealed record AlertedProblem(ContentProblem Problem, DateTimeOffset? MendedAt);
