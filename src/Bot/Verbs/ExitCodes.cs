namespace Bot.Verbs;

/// <summary>What the program's exit says to scripts.</summary>
static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It was done, and what was asked about is not right: a broken article, a name that nobody knows.</summary>
    public const int Wrong = 1;

    /// <summary>It could not be done: no such folder, an unusable setting or database.</summary>
    public const int Unusable = 2;
}
