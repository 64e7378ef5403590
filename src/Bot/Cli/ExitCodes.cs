namespace Bot.Cli;

/// <summary>The program's exit codes, for scripts.</summary>
static class ExitCodes
{
    public const int Done = 0;

    /// <summary>It was done and found something wrong: a broken article, an unknown name.</summary>
    public const int Wrong = 1;

    /// <summary>It couldn't be done: no such folder, an invalid setting, an unusable database.</summary>
    public const int Unusable = 2;
}
