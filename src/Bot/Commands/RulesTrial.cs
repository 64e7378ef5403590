using News.Rules;
using News.Storage;
using News.Stories;

namespace Bot.Commands;

/// <summary>What rules would let through, tried on the latest stories.</summary>
sealed class RulesTrial(StoryStore stories, TimeProvider clock)
{
    public const int Stories = 50;

    /// <summary>For expressions that take long on every story.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<TrialResult> OfAsync(ChannelRules rules, CancellationToken ct)
    {
        var latest = await stories.LatestFactsAsync(Stories, ct);
        var began = clock.GetTimestamp();
        var passing = new List<Story>();
        var stopping = new List<string>();
        foreach (var (story, facts) in latest)
        {
            if (clock.GetElapsedTime(began) > Patience)
                break;
            if (PostingRules.Decide(facts, rules) is { } stop)
                stopping.Add(stop.Label);
            else
                passing.Add(story);
        }

        return new(passing.Count + stopping.Count, passing, stopping.CountBy(rule => rule).OrderByDescending(rule => rule.Value).Select(rule => rule.Key).FirstOrDefault());
    }
}

/// <param name="Tried">How many stories were looked at.</param>
/// <param name="Passing">The newest first.</param>
/// <param name="Stopper">The rule that stopped the most; null where none was stopped.</param>
sealed record TrialResult(int Tried, IReadOnlyList<Story> Passing, string? Stopper)
{
    /// <summary><c>lets through **12 of the last 50 stories**; most others are stopped by least outlets</c></summary>
    public string Told => (Tried, Stopper) switch
    {
        (0, _) => "has no stories yet to be tried on",
        (_, null) => $"lets through **{Count}**",
        _ => $"lets through **{Count}**; most others are stopped by {Stopper}",
    };

    string Count => Tried == 1 ? $"{Passing.Count} of 1 story" : $"{Passing.Count} of the last {Tried} stories";
}
