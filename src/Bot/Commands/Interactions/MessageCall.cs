using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>A command that somebody chose in a message's menu.</summary>
sealed record MessageCall
{
    public required Message Message { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>What Discord says about the message's channel; null if it said nothing.</summary>
    public Channel? Here { get; init; }

    public Snowflake? UserId { get; init; }

    /// <summary>The language of the person's Discord, such as <c>en-GB</c>.</summary>
    public string Language { get; init; } = Desk.Channels.Language.English.Code;

    /// <returns>Null if Discord doesn't say which message it is.</returns>
    public static MessageCall? From(Interaction interaction) =>
        interaction.Data is { TargetId: { } target, Resolved: { } resolved } && resolved.Messages.GetValueOrDefault(target) is { } message
            ? new()
            {
                Message = message,
                GuildId = interaction.GuildId,
                Here = interaction.Channel,
                UserId = (interaction.Member?.User ?? interaction.User)?.Id,
                Language = interaction.Locale ?? Desk.Channels.Language.English.Code,
            }
            : null;
}
