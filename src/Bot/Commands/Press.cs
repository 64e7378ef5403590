using Bot.Cards;
using Discord;

namespace Bot.Commands;

/// <summary>Somebody pressed a button, or chose from a menu: which one, what, where, and who it was.</summary>
sealed record Press
{
    public required CustomId Id { get; init; }

    /// <summary>What was chosen from a menu. A button has none.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Snowflake? UserId { get; init; }

    /// <summary>What the person is in the guild; null in a private message.</summary>
    public Member? Member { get; init; }

    /// <summary>The one that carries what was pressed.</summary>
    public Message? Message { get; init; }

    /// <returns>Null where what was pressed carries nothing that the bot could have written.</returns>
    public static Press? From(Interaction interaction) => CustomId.Parse(interaction.Data?.CustomId) is not { } id ? null : new()
    {
        Id = id,
        Values = interaction.Data!.Values,
        GuildId = interaction.GuildId,
        ChannelId = interaction.ChannelId,
        UserId = (interaction.Member?.User ?? interaction.User)?.Id,
        Member = interaction.Member,
        Message = interaction.Message,
    };
}
