namespace Benchmarks;

/// <summary>What happens after which kill: restores and pauses evenly, and twice as many copies and times to finish as restores.</summary>
sealed record ReplayPlan(int Kills, int Restores, int Pauses)
{
    public bool IsToRestore(int kill) => IsOneOf(kill, Restores);

    public bool IsToPause(int kill) => IsOneOf(kill, Pauses);

    public bool IsToCopy(int kill) => kill % Math.Max(1, Kills / (4 * (Restores + 1))) == 0;

    public static bool IsToSettle(int kill) => kill % 50 == 49;

    /// <summary>Evenly, and not after the last.</summary>
    bool IsOneOf(int kill, int times) => Enumerable.Range(1, times).Any(time => kill + 1 == Kills * time / (times + 1));
}
