namespace Desk.Channels;

/// <summary>
/// The rule <c>pings</c>, and the parts of a ping. A part is a rule of the first ping, so that it is read, written and asked for like any
/// other rule.
/// </summary>
public static class PingRules
{
    /// <summary>What a ping consists of.</summary>
    public static RuleFields Parts { get; } = new([Role("role"), Topics, Outlets("outlets"), Heat("heat")]);

    /// <summary>The names that these parts had when a channel had one ping: still read, never written.</summary>
    internal static IReadOnlyList<RuleField> Earlier { get; } = [Role("ping-role"), Outlets("ping-outlets"), Heat("ping-heat")];

    internal static RuleField List { get; } = new ListRule<PingRule>(Read, RuleKind.Pings)
    {
        Name = "pings", Label = "pings", Section = RuleSection.Pings, Example = "role: 123456789012345678; topics: energy; outlets: 5",
        StaysWithChannel = true,
        Help = "Which roles to ping, each with topics, outlets, or popularity of its own.",
        Note = "In files, each ping is an entry with `role` and, if you like, `topics`, `outlets` (how many), and `heat` (popularity). "
            + "A story must have one of the topics, and enough outlets or popularity; with both, either one is enough. To map a topic to "
            + "a role, write a ping with that topic. `ping-role`, `ping-outlets` and `ping-heat` of earlier versions are still read.",
        Most = RuleLimits.Pings,
        Parts = Parts,
        Of = rules => rules.Pings,
        With = (rules, pings) => rules with { Pings = pings },
    };

    /// <summary>Whether a role of this name can be written in a file.</summary>
    public static bool IsRole(string name) =>
        name.Length <= RuleLimits.WordLength && !name.Contains(ItemText.Separator) && !name.Any(char.IsControl);

    /// <summary>Rules of which the parts read and write this ping.</summary>
    public static ChannelRules Only(PingRule ping) => ChannelRules.Default with { Pings = [ping] };

    /// <summary>Without pings that name no role, which files of earlier versions could have.</summary>
    internal static ChannelRules Complete(ChannelRules rules) => rules.Pings.All(ping => ping.Role.Length > 0)
        ? rules
        : rules with { Pings = [.. rules.Pings.Where(ping => ping.Role.Length > 0)] };

    static PingRule? Read(string text, out string error)
    {
        var read = ItemText.Read(Parts, text, out error);
        if (read is { Pings: [{ Role.Length: > 0 } ping] })
            return ping;
        if (read is not null)
            error = $"{RuleReading.Quoted(text)} has no role. Add one, such as role: Editors";
        return null;
    }

    static TextRule Role(string name) => new(RuleKind.Role)
    {
        Name = name, Label = "role to ping", Section = RuleSection.Pings, Example = "123456789012345678",
        Help = "Without a role, the ping is removed.",
        Of = rules => First(rules).Role,
        With = ReadRole,
    };

    static ListRule<string> Topics => new(RuleTexts.Topic, RuleKind.Topics)
    {
        Name = "topics", Label = "topics", Section = RuleSection.Pings, Example = "energy, rail",
        Help = "Only for stories on these topics, subtopics included.",
        Of = rules => First(rules).Topics,
        With = (rules, topics) => WithFirst(rules, First(rules) with { Topics = topics }),
    };

    static NumberRule Outlets(string name) => new(1, RuleLimits.Outlets)
    {
        Name = name, Label = "minimum outlets", Section = RuleSection.Pings, Example = "5",
        Help = "How many outlets make a story worth a ping.",
        Of = rules => First(rules).Outlets,
        With = (rules, outlets) => WithFirst(rules, First(rules) with { Outlets = outlets }),
    };

    static NumberRule Heat(string name) => new(0, RuleLimits.Score)
    {
        Name = name, Label = "minimum popularity", Section = RuleSection.Pings, Example = "2000",
        Help = "The popularity that makes a story worth a ping, however few outlets cover it.",
        Of = rules => First(rules).Heat,
        With = (rules, heat) => WithFirst(rules, First(rules) with { Heat = heat }),
    };

    static RuleReading ReadRole(ChannelRules rules, string text)
    {
        if (text.Length == 0)
            return rules with { Pings = [.. rules.Pings.Skip(1)] };
        if (text.Length > RuleLimits.WordLength)
            return RuleReading.Failed(RuleTexts.LengthError(text));
        return IsRole(text)
            ? WithFirst(rules, First(rules) with { Role = text })
            : RuleReading.Failed($"{RuleReading.Quoted(text)} has a character that can't be written here. Write the role's id.");
    }

    static PingRule First(ChannelRules rules) => rules.Pings is [var first, ..] ? first : new();

    static ChannelRules WithFirst(ChannelRules rules, PingRule first) => rules with { Pings = [first, .. rules.Pings.Skip(1)] };
}
