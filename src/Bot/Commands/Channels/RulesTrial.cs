using Articles.Stories;
using Desk.Archive;
using Desk.Channels;

namespace Bot.Commands.Channels;

/// <summary>Tries rules on the latest stories.</summary>
sealed class RulesTrial(RuleFields fields, StoryStore stories, TimeProvider clock)
{
    public const int Stories = 50;

    /// <summary>For expressions that take long on every story.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<TrialResult> OfAsync(ChannelRules rules, CancellationToken ct)
    {
        var latest = await stories.LatestFactsAsync(Stories, ct);
        var started = clock.GetTimestamp();
        var passing = new List<Story>();
        var stopping = new List<string>();
        foreach (var (story, facts) in latest)
        {
            if (clock.GetElapsedTime(started) > Patience)
                break;
            if (fields.Decide(facts, rules, isNews: false) is { } rule)
                stopping.Add(rule.Label);
            else
                passing.Add(story);
        }

        var strictest = stopping.CountBy(label => label)
            .OrderByDescending(label => label.Value)
            .Select(label => label.Key)
            .FirstOrDefault();
        return new(passing.Count + stopping.Count, passing, strictest);
    }
}

/// <param name="Tried">How many stories were tried.</param>
/// <param name="Passing">The newest first.</param>
/// <param name="Strictest">The rule that stopped most; null if none was stopped.</param>
sealed record TrialResult(int Tried, IReadOnlyList<Story> Passing, string? Strictest)
{
    /// <summary><c>**12 of the last 50 stories** pass these rules. Most others are stopped by minimum outlets.</c></summary>
    public string Summary => (Tried, Strictest) switch
    {
        (0, _) => "There are no stories to test yet.",
        (_, null) => $"{Count} these rules.",
        _ => $"{Count} these rules. Most others are stopped by {Strictest}.",
    };

    string Count => Tried == 1
        ? $"**{Passing.Count} of 1 story** passes"
        : $"**{Passing.Count} of the last {Tried} stories** {(Passing.Count == 1 ? "passes" : "pass")}";
}
