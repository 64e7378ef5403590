using Desk.Archive;

namespace Desk.Channels;

/// <summary>
/// What a channel gets, when, and whom that notifies. By default it gets everything, at once and without a ping.
/// Rules are equal if their values are, lists included.
/// </summary>
public sealed record ChannelRules
{
    public static ChannelRules Default { get; } = new();

    /// <summary>Slugs of topics, of which a story needs one; empty for every topic. Subtopics count as their topic.</summary>
    public IReadOnlyList<string> Topics { get; init => field = ListByValue<string>.Of(value); } = ListByValue<string>.None;

    /// <summary>Domains or names of outlets, one of which must have written an article of the story; empty for all.</summary>
    public IReadOnlyList<string> Providers
    {
        get;
        init => (field, ProviderKeys) = (ListByValue<string>.Of(value), Keys(value));
    } = ListByValue<string>.None;

    /// <summary>Domains or names of outlets that must not lead the story, since the lead is what a post shows.</summary>
    public IReadOnlyList<string> NotProviders
    {
        get;
        init => (field, NotProviderKeys) = (ListByValue<string>.Of(value), Keys(value));
    } = ListByValue<string>.None;

    /// <summary>A story must contain one of them; empty for any story.</summary>
    public IReadOnlyList<WordPattern> Words { get; init => field = ListByValue<WordPattern>.Of(value); } = ListByValue<WordPattern>.None;

    /// <summary>A story must contain none of them.</summary>
    public IReadOnlyList<WordPattern> NotWords { get; init => field = ListByValue<WordPattern>.Of(value); } = ListByValue<WordPattern>.None;

    /// <summary>Stored patterns that can't be searched for. While there is one, nothing is decided for the channel.</summary>
    public IEnumerable<WordPattern> Unusable => Words.Concat(NotWords).Where(word => word.Problem.Length > 0);

    /// <summary>How many regular expressions all channels of a server together may have.</summary>
    public const int MostExpressions = RuleLimits.Expressions;

    /// <summary>How many regular expressions they contain.</summary>
    public int Expressions => Words.Concat(NotWords).Count(word => word.IsExpression);

    /// <summary>Types of the lead article (<c>article</c>, <c>video</c>, …); empty for all.</summary>
    public IReadOnlyList<string> Types { get; init => field = ListByValue<string>.Of(value); } = ListByValue<string>.None;

    /// <summary>A story of unknown quality does not reach it.</summary>
    public int? LeastQuality { get; init; }

    /// <summary>A story of unknown heat does not reach it.</summary>
    public int? LeastHeat { get; init; }

    /// <summary>How many outlets must cover a story.</summary>
    public int LeastOutlets { get; init; } = 1;

    /// <summary>How long ago the newest article of a story may have been published, by its own date, for the story to be news.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    public PostingMode Mode { get; init; } = PostingMode.Instantly;

    /// <summary>When daily and weekly digests are posted, in <see cref="TimeZone"/>; hourly ones come on the hour.</summary>
    public TimeOnly DigestAt { get; init; } = new(9, 0);

    public DayOfWeek DigestOn { get; init; } = DayOfWeek.Monday;

    /// <summary>An IANA id, such as <c>Europe/Berlin</c>; an unknown one counts as UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    public QuietHours? Quiet { get; init; }

    /// <summary>The most posts within any 60 minutes, digests not counted; further stories wait.</summary>
    public int? MostPerHour { get; init; }

    /// <summary>How long a story waits after it was first seen, to catch early corrections.</summary>
    public TimeSpan HoldBack { get; init; }

    /// <summary>How late a story may be posted, not counting the time that these rules made it wait.</summary>
    public TimeSpan TooOldAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>With more new stories than this within ten minutes, the rest wait for a moderator's decision; 0 for no limit.</summary>
    public int FloodLimit { get; init; } = 20;

    public CardLook Look { get; init; } = CardLook.Default;

    /// <summary>Whether to post without a notification.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether to start a thread under each post.</summary>
    public bool Thread { get; init; }

    /// <summary>Which roles to ping, and for which stories; empty for none.</summary>
    public IReadOnlyList<PingRule> Pings { get; init => field = ListByValue<PingRule>.Of(value); } = ListByValue<PingRule>.None;

    public const int MostPings = RuleLimits.Pings;

    /// <summary>Minimum time between two pings of one role.</summary>
    public TimeSpan PingCoolDown { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Which tags a forum's post gets for topics; a topic that is not among them gets the tag of its name.</summary>
    public IReadOnlyList<TagRule> Tags { get; init => field = ListByValue<TagRule>.Of(value); } = ListByValue<TagRule>.None;

    /// <summary>What to do with the post of a story that has nothing left to show.</summary>
    public WithdrawnStories Withdrawn { get; init; } = WithdrawnStories.StrikeThrough;

    /// <summary>The language of the bot's own words: the code of one of <see cref="Channels.Language.All"/>.</summary>
    public string Language { get; init; } = Channels.Language.English.Code;

    /// <summary><see cref="Providers"/> as <see cref="StoryFacts"/> spells them.</summary>
    internal IReadOnlyList<string> ProviderKeys { get; private init; } = ListByValue<string>.None;

    internal IReadOnlyList<string> NotProviderKeys { get; private init; } = ListByValue<string>.None;

    /// <summary>What changes from these rules to others, one line per rule: <c>minimum outlets: 1 → 3</c>.</summary>
    public IReadOnlyList<string> Changes(ChannelRules others) =>
    [
        .. RuleFields.All
            .Where(field => field.Write(this) != field.Write(others))
            .Select(field => $"{field.Label}: {field.Describe(this)} → {field.Describe(others)}"),
    ];

    static ListByValue<string> Keys(IReadOnlyList<string> providers) =>
        ListByValue<string>.Of([.. providers.Select(StoryFacts.ProviderKey)]);
}

public enum PostingMode
{
    Instantly,
    Hourly,
    Daily,
    Weekly,
}

public enum WithdrawnStories
{
    StrikeThrough,
    Delete,
}

/// <summary>
/// Hours in which nothing is posted, in the channel's time zone: from the first minute until just before the last,
/// and past midnight if the last one is earlier.
/// </summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Include(TimeOnly time) => From <= To ? From <= time && time < To : From <= time || time < To;
}
