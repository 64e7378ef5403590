using System.Text.Json.Serialization;

namespace Bot.Health;

/// <summary>What all checks found, in their order.</summary>
sealed record HealthReport(IReadOnlyList<HealthResult> Checks)
{
    [JsonPropertyOrder(-1)]
    public bool IsReady => Checks.All(check => check.Problem is null);

    /// <summary>The processes that share a server's database; null on a file, which one process has.</summary>
    public IReadOnlyList<ProcessReport>? Processes { get; init; }
}

/// <param name="Name">The check's name.</param>
/// <param name="Problem">What is wrong; null if nothing is.</param>
/// <param name="Remedy">What to do; null if nothing is wrong.</param>
sealed record HealthResult(string Name, string? Problem, string? Remedy);
