using Dapper;
using Desk.Database;

namespace Desk.Channels;

/// <summary>A channel that gets news, and its rules.</summary>
public sealed record Subscription
{
    /// <summary>The channel's id in the chat service, which only the chat service can interpret.</summary>
    public required string Channel { get; init; }

    /// <summary>The server that the channel belongs to, if known.</summary>
    public string? Guild { get; init; }

    /// <summary>The type of the channel.</summary>
    public Destination Destination { get; init; }

    public ChannelRules Rules { get; init; } = ChannelRules.Default;

    /// <summary>How many of the latest stories the channel gets when it is added, in addition to later ones.</summary>
    public int Latest { get; init; } = 3;

    /// <summary>Whether it has the rules that the settings give it: true until somebody changes them elsewhere.</summary>
    public bool FromSettings { get; init; }

    /// <summary>The id of the person who added it.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>In UTC. Earlier stories are not news to it.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while it gets news.</summary>
    public Pause? Paused { get; init; }
}

/// <param name="Since">In UTC.</param>
/// <param name="Reason">For moderators.</param>
/// <param name="IsByBot">Whether the bot paused the channel because it could not post there.</param>
public sealed record Pause(DateTimeOffset Since, string Reason, bool IsByBot);

/// <summary>Reads subscriptions with their rules.</summary>
static class SubscriptionRows
{
    /// <param name="guild">Only those of this guild; null for all.</param>
    /// <param name="channel">Only this channel; null for all.</param>
    public static async Task<IReadOnlyList<Subscription>> ReadAsync(DatabaseSession session, string? guild = null, string? channel = null)
    {
        var rows = await session.QueryAsync<SubscriptionRow>(
            """
            select channel, guild, destination, latest, from_settings, chosen_by, created_at, paused_at, pause_reason, is_paused_by_bot
            from subscriptions
            where (@guild is null or guild = @guild)
              and (@channel is null or channel = @channel)
            order by created_at, channel
            """,
            new { guild, channel });
        var rules = (await session.QueryAsync<RuleRow>(
            """
            select channel, name, value
            from subscription_rules
            where (@channel is null or channel = @channel)
              and (@guild is null or channel in (select channel from subscriptions where guild = @guild))
            """,
            new { guild, channel })).ToLookup(rule => rule.Channel);
        return [.. rows.Select(row => row.ToSubscription(rules[row.Channel]))];
    }

    public static async Task SaveRulesAsync(DatabaseSession session, string channel, ChannelRules rules)
    {
        await session.ExecuteAsync("delete from subscription_rules where channel = @channel", new { channel });
        foreach (var (name, value) in RuleFields.All.Write(rules))
        {
            await session.ExecuteAsync(
                """
                insert into subscription_rules (channel, name, value)
                values (@channel, @name, @value)
                """,
                new { channel, name, value });
        }
    }

    internal sealed record SubscriptionRow
    {
        public required string Channel { get; init; }
        public string? Guild { get; init; }
        public required Destination Destination { get; init; }
        public required int Latest { get; init; }
        public required bool FromSettings { get; init; }
        public string? ChosenBy { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset? PausedAt { get; init; }
        public string? PauseReason { get; init; }
        public required bool IsPausedByBot { get; init; }

        public Subscription ToSubscription(IEnumerable<RuleRow> rules) => new()
        {
            Channel = Channel,
            Guild = Guild,
            Destination = Destination,
            // A value that a newer version wrote and this one can't read has its default.
            Rules = RuleFields.All.Read(rules.Select(rule => KeyValuePair.Create(rule.Name, rule.Value)), out _),
            Latest = Latest,
            FromSettings = FromSettings,
            ChosenBy = ChosenBy,
            CreatedAt = CreatedAt,
            Paused = PausedAt is { } since ? new(since, PauseReason ?? "", IsPausedByBot) : null,
        };
    }

    internal sealed record RuleRow
    {
        public required string Channel { get; init; }
        public required string Name { get; init; }
        public required string Value { get; init; }
    }
}

/// <summary>All subscriptions, cached until one changes: each story is decided for each of them.</summary>
sealed class Subscribers
{
    long read = -1;
    IReadOnlyList<Subscription> all = [];

    public async Task<IReadOnlyList<Subscription>> AllAsync(DatabaseSession session)
    {
        var version = await session.QuerySingleAsync<long>("select version from subscriptions_version");
        if (version != read)
            (all, read) = (await SubscriptionRows.ReadAsync(session), version);
        return all;
    }

    /// <summary>Records that subscriptions changed, in the transaction that changes them.</summary>
    public static Task ChangedAsync(DatabaseSession session) =>
        session.ExecuteAsync("update subscriptions_version set version = version + 1");
}
