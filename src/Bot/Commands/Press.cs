using Bot.Cards;
using Discord;

namespace Bot.Commands;

/// <summary>Somebody pressed a button, chose from a menu, or sent a form: which one, what, where, and who it was.</summary>
sealed record Press
{
    public required CustomId Id { get; init; }

    /// <summary>What was chosen from a menu. A button has none.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What was answered to the questions of a form, by their ids: one text, or what was chosen.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What Discord says of roles that were chosen.</summary>
    public IReadOnlyDictionary<Snowflake, Role> Roles { get; init; } = new Dictionary<Snowflake, Role>();

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Snowflake? UserId { get; init; }

    /// <summary>Of the person's Discord, such as <c>en-GB</c>.</summary>
    public string Language { get; init; } = News.Rules.Language.English.Code;

    /// <summary>What the person is in the guild; null in a private message.</summary>
    public Member? Member { get; init; }

    /// <summary>Whether the person may change what is posted in the guild.</summary>
    public bool MayManage => GuildId is not null && Member?.Permissions is { } allowed && (allowed.HasFlag(Permissions.ManageGuild) || allowed.HasFlag(Permissions.Administrator));

    /// <summary>The one that carries what was pressed.</summary>
    public Message? Message { get; init; }

    /// <returns>Null where what was pressed carries nothing that the bot could have written.</returns>
    public static Press? From(Interaction interaction) => CustomId.Parse(interaction.Data?.CustomId) is not { } id ? null : new()
    {
        Id = id,
        Values = interaction.Data!.Values,
        Answers = interaction.Data.Answers(),
        Roles = interaction.Data.Resolved?.Roles ?? new Dictionary<Snowflake, Role>(),
        GuildId = interaction.GuildId,
        ChannelId = interaction.ChannelId,
        UserId = (interaction.Member?.User ?? interaction.User)?.Id,
        Language = interaction.Locale ?? News.Rules.Language.English.Code,
        Member = interaction.Member,
        Message = interaction.Message,
    };
}
