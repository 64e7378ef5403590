using Articles.Files;

namespace Desk.Outbox;

/// <summary>One message on what is wrong in the content folder, as it is to read by now.</summary>
public sealed record Alert
{
    public required long Id { get; init; }

    /// <summary>Whether it only counts: what stood when the folder was first seen is too much to list.</summary>
    public required bool IsSummary { get; init; }

    /// <summary>When the problems were noted, in UTC.</summary>
    public required DateTimeOffset NotedAt { get; init; }

    /// <summary>Errors first.</summary>
    public IReadOnlyList<AlertedProblem> Problems { get; init; } = [];

    /// <summary>Whether it tells that the folder itself is not there.</summary>
    public bool IsOfFolder => Problems is [{ Problem.Path: "" }];

    public bool IsMended => Problems.All(problem => problem.MendedAt is not null);
}

/// <param name="MendedAt">In UTC; null while it stands.</param>
public sealed record AlertedProblem(ContentProblem Problem, DateTimeOffset? MendedAt);
