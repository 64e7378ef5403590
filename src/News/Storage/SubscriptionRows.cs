using Dapper;
using Microsoft.Data.Sqlite;
using News.Rules;

namespace News.Storage;

/// <summary>How subscriptions are read, rules and all.</summary>
static class SubscriptionRows
{
    /// <param name="guild">Only those of this guild; null for all.</param>
    /// <param name="channel">Only this channel's; null for all.</param>
    public static async Task<IReadOnlyList<Subscription>> ReadAsync(SqliteConnection connection, SqliteTransaction? transaction, string? guild = null, string? channel = null)
    {
        var rows = await connection.QueryAsync<SubscriptionRow>(
            """
            select channel, guild, destination, latest, from_settings, chosen_by, created_at, paused_at, pause_reason, is_paused_by_bot
            from subscriptions
            where (@guild is null or guild = @guild)
              and (@channel is null or channel = @channel)
            order by created_at, channel
            """,
            new { guild, channel },
            transaction);
        var rules = (await connection.QueryAsync<RuleRow>(
            """
            select channel, name, value
            from subscription_rules
            where (@channel is null or channel = @channel)
              and (@guild is null or channel in (select channel from subscriptions where guild = @guild))
            """,
            new { guild, channel },
            transaction)).ToLookup(rule => rule.Channel);
        return [.. rows.Select(row => row.ToSubscription(rules[row.Channel]))];
    }

    public static async Task SaveRulesAsync(SqliteConnection connection, SqliteTransaction transaction, string channel, ChannelRules rules)
    {
        await connection.ExecuteAsync("delete from subscription_rules where channel = @channel", new { channel }, transaction);
        foreach (var (name, value) in RuleFields.Write(rules))
        {
            await connection.ExecuteAsync(
                """
                insert into subscription_rules (channel, name, value)
                values (@channel, @name, @value)
                """,
                new { channel, name, value },
                transaction);
        }
    }

    internal sealed record SubscriptionRow
    {
        public required string Channel { get; init; }
        public string? Guild { get; init; }
        public required string Destination { get; init; }
        public required int Latest { get; init; }
        public required bool FromSettings { get; init; }
        public string? ChosenBy { get; init; }
        public required string CreatedAt { get; init; }
        public string? PausedAt { get; init; }
        public string? PauseReason { get; init; }
        public required bool IsPausedByBot { get; init; }

        public Subscription ToSubscription(IEnumerable<RuleRow> rules) => new()
        {
            Channel = Channel,
            Guild = Guild,
            Destination = Enum.Parse<Destination>(Destination, ignoreCase: true),
            // What a newer version wrote and this one can't read is as if it had not been said.
            Rules = RuleFields.Read(rules.Select(rule => KeyValuePair.Create(rule.Name, rule.Value)), out _),
            Latest = Latest,
            FromSettings = FromSettings,
            ChosenBy = ChosenBy,
            CreatedAt = UtcText.Parse(CreatedAt),
            Paused = PausedAt is null ? null : new(UtcText.Parse(PausedAt), PauseReason ?? "", IsPausedByBot),
        };
    }

    internal sealed record RuleRow
    {
        public required string Channel { get; init; }
        public required string Name { get; init; }
        public required string Value { get; init; }
    }
}
