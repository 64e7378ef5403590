namespace News.Rules;

/// <summary>
/// What a channel wants, when, and how loud. As it begins, it is everything, instantly and without a ping.
/// Two that say the same are equal, their lists too.
/// </summary>
public sealed record ChannelRules
{
    public static ChannelRules Default { get; } = new();

    /// <summary>Slugs of the topics wanted, of which a story needs one; empty for every topic. What is below a topic counts as it.</summary>
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

    /// <summary>One of them must stand in the story; empty for no such wish.</summary>
    public IReadOnlyList<WordPattern> Words { get; init => field = ListByValue<WordPattern>.Of(value); } = ListByValue<WordPattern>.None;

    /// <summary>None of them may stand in the story.</summary>
    public IReadOnlyList<WordPattern> NotWords { get; init => field = ListByValue<WordPattern>.Of(value); } = ListByValue<WordPattern>.None;

    /// <summary>Types of the lead article (<c>article</c>, <c>video</c>, …); empty for all.</summary>
    public IReadOnlyList<string> Types { get; init => field = ListByValue<string>.Of(value); } = ListByValue<string>.None;

    /// <summary>A story of unknown quality does not reach it.</summary>
    public int? LeastQuality { get; init; }

    /// <summary>A story of unknown heat does not reach it.</summary>
    public int? LeastHeat { get; init; }

    public int LeastOutlets { get; init; } = 1;

    public PostingMode Mode { get; init; } = PostingMode.Instantly;

    /// <summary>When daily and weekly digests are posted, by <see cref="TimeZone"/>; hourly ones are at the full hour.</summary>
    public TimeOnly DigestAt { get; init; } = new(9, 0);

    public DayOfWeek DigestOn { get; init; } = DayOfWeek.Monday;

    /// <summary>An IANA id, such as <c>Europe/Berlin</c>; an unknown one counts as UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    public QuietHours? Quiet { get; init; }

    /// <summary>How many posts within any 60 minutes; what is more waits. A digest is not counted.</summary>
    public int? MostPerHour { get; init; }

    /// <summary>How long a story waits after it was first seen, so that a correction comes first.</summary>
    public TimeSpan HoldBack { get; init; }

    /// <summary>How late a story may be posted, not counting the time that these rules made it wait.</summary>
    public TimeSpan TooOldAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>Whether posts come without a notification.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether a thread is begun under each post.</summary>
    public bool Thread { get; init; }

    /// <summary>Who is pinged, by the chat service's name for the role; null for nobody.</summary>
    public string? PingRole { get; init; }

    /// <summary>How many outlets make a story worth a ping. Where this and <see cref="PingHeat"/> are both set, one of them is enough; where neither is, every story is worth one.</summary>
    public int? PingOutlets { get; init; }

    /// <inheritdoc cref="PingOutlets"/>
    public int? PingHeat { get; init; }

    /// <summary>How long after a ping there is no other.</summary>
    public TimeSpan PingCoolDown { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What becomes of the post of a story that has nothing left to show.</summary>
    public WithdrawnStories Withdrawn { get; init; } = WithdrawnStories.StrikeThrough;

    /// <summary>In which the bot's own words are: the code of one of <see cref="Rules.Language.All"/>.</summary>
    public string Language { get; init; } = Rules.Language.English.Code;

    /// <summary>As <see cref="StoryFacts"/> spells them.</summary>
    internal IReadOnlyList<string> ProviderKeys { get; private init; } = ListByValue<string>.None;

    internal IReadOnlyList<string> NotProviderKeys { get; private init; } = ListByValue<string>.None;

    /// <summary>What a change from these rules to others does, a line for each rule: <c>least outlets: 1 → 3</c>.</summary>
    public IReadOnlyList<string> Changes(ChannelRules others) =>
        [.. RuleFields.All.Where(field => field.Write(this) != field.Write(others)).Select(field => $"{field.Label}: {field.Tell(this)} → {field.Tell(others)}")];

    static ListByValue<string> Keys(IReadOnlyList<string> providers) => ListByValue<string>.Of([.. providers.Select(StoryFacts.ProviderKey)]);
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

/// <summary>When nothing is posted, by the channel's own time zone: from the first minute to just before the last; over midnight where that is the earlier one.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Include(TimeOnly time) => From <= To ? From <= time && time < To : From <= time || time < To;
}
