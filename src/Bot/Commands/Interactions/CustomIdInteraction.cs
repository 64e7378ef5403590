using Bot.Cards;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>An interaction that carries a custom_id: somebody pressed a button, chose from a menu or submitted a form.</summary>
sealed record CustomIdInteraction
{
    public required CustomId CustomId { get; init; }

    /// <summary>The options chosen from a menu; empty for a button.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>A form's answers by the ids of its questions: one text, or the options chosen.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What Discord says about the roles that were chosen.</summary>
    public IReadOnlyDictionary<Snowflake, Role> Roles { get; init; } = new Dictionary<Snowflake, Role>();

    /// <summary>What Discord says about the channels that were chosen.</summary>
    public IReadOnlyDictionary<Snowflake, Channel> Channels { get; init; } = new Dictionary<Snowflake, Channel>();

    /// <summary>The files that were uploaded with a form.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment> Attachments { get; init; } = new Dictionary<Snowflake, Attachment>();

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>What Discord says about the channel; null if it said nothing.</summary>
    public Channel? Here { get; init; }

    public Snowflake? UserId { get; init; }

    /// <summary>The language of the person's Discord, such as <c>en-GB</c>.</summary>
    public string Language { get; init; } = Desk.Channels.Language.English.Code;

    /// <inheritdoc cref="SlashCall.AllowsFiles"/>
    public bool AllowsFiles { get; init; } = true;

    /// <summary>Null in a direct message.</summary>
    public Member? Member { get; init; }

    /// <summary>The message that carries the button or menu.</summary>
    public Message? Message { get; init; }

    /// <summary>Where the person is; null if Discord didn't say.</summary>
    public ChannelPlace? Place => Places.Of(ChannelId, Here);

    /// <summary>The first answer to a question of the form; empty if there is none.</summary>
    public string Answer(string question) => Answers.GetValueOrDefault(question) is [var first, ..] ? first : "";

    /// <summary>The file that was uploaded as the answer to a question; null if there is none.</summary>
    public Attachment? File(string question) =>
        Snowflake.TryParse(Answer(question), null, out var id) ? Attachments.GetValueOrDefault(id) : null;

    /// <returns>Null if the bot can't have written the custom_id.</returns>
    public static CustomIdInteraction? From(Interaction interaction) =>
        CustomId.Parse(interaction.Data?.CustomId) is { } id ? Of(id, interaction) : null;

    static CustomIdInteraction Of(CustomId id, Interaction interaction) => new()
    {
        CustomId = id,
        Values = interaction.Data!.Values,
        Answers = interaction.Data.Answers(),
        Roles = interaction.Data.Resolved?.Roles ?? new Dictionary<Snowflake, Role>(),
        Channels = interaction.Data.Resolved?.Channels ?? new Dictionary<Snowflake, Channel>(),
        Attachments = interaction.Data.Resolved?.Attachments ?? new Dictionary<Snowflake, Attachment>(),
        GuildId = interaction.GuildId,
        ChannelId = interaction.ChannelId,
        Here = interaction.Channel,
        UserId = (interaction.Member?.User ?? interaction.User)?.Id,
        Language = interaction.Locale ?? Desk.Channels.Language.English.Code,
        AllowsFiles = interaction.AppPermissions.HasFlag(Permissions.AttachFiles),
        Member = interaction.Member,
        Message = interaction.Message,
    };
}
