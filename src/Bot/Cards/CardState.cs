using Bot.Texts;
using Desk.Channels;

namespace Bot.Cards;

/// <summary>What a card needs to know beside its story.</summary>
sealed record CardState
{
    /// <summary>A time after it is taken for a mistake, and not shown.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The channel's for what everybody sees, the reader's for what only they do. See <see cref="BotTexts.Of"/>.</summary>
    public string Language { get; init; } = Desk.Channels.Language.English.Code;

    public static CardState Of(ChannelRules rules, DateTimeOffset now) => new() { Now = now, Language = rules.Language, Look = rules.Look };

    /// <summary>What the channel's rules say that a card shows.</summary>
    public CardLook Look { get; init; } = CardLook.Default;

    /// <summary>
    /// Whether it is drawn as an embed. Discord's copies of published messages lose components, so the channels that follow one would get
    /// nothing else.
    /// </summary>
    public bool IsEmbed { get; init; }

    /// <summary>What readers see of a posted card that is new; null for one that never changed.</summary>
    public CardChange? Change { get; init; }

    /// <summary>
    /// Where pictures are shown from, by their addresses: there, or from a file of the message. Others are left out. Null shows all of
    /// them from their addresses.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Pictures { get; init; }

    /// <summary>The story is not published any more: it is struck through.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whom the card calls when it is posted, and why. An edit calls nobody.</summary>
    public IReadOnlyList<CardPing> Pings { get; init; } = [];

    /// <summary>The names of the topics because of which a member gets it; empty for a channel of a server.</summary>
    public IReadOnlyList<string> FollowedTopics { get; init; } = [];

    /// <summary>Posted without a sound.</summary>
    public bool IsSilent { get; init; }
}
