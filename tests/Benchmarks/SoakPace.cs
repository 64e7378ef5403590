namespace Benchmarks;

/// <summary>How often something happens: as on a busy day of a large desk, so many times faster.</summary>
/// <param name="Speed">1 is a day in a day.</param>
sealed record SoakPace(double Speed)
{
    const int Articles = 1000;
    const int Changes = 2000;
    const int Questions = 8000;
    const int Faults = 200;

    public TimeSpan BetweenArticles => Between(Articles);

    /// <summary>Of files that are there: edited, touched, renamed, broken and mended, deleted and brought back.</summary>
    public TimeSpan BetweenChanges => Between(Changes);

    public TimeSpan BetweenQuestions => Between(Questions);

    public TimeSpan BetweenFaults => Between(Faults);

    TimeSpan Between(int aDay) => TimeSpan.FromDays(1 / (aDay * Speed));
}
