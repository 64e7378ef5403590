namespace Bot.Health;

/// <summary>One thing that must be right for the bot to do its work.</summary>
interface IHealthCheck
{
    /// <summary>One word, in small letters.</summary>
    string Name { get; }

    /// <summary>What is wrong now; null if nothing is.</summary>
    Task<HealthProblem?> FindAsync(CancellationToken ct);
}

/// <summary>For operators, in sentences.</summary>
/// <param name="What">What is wrong, with the numbers and names that belong to it.</param>
/// <param name="Remedy">What to do.</param>
sealed record HealthProblem(string What, string Remedy);
