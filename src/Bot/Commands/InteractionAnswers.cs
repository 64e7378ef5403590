using Discord;

namespace Bot.Commands;

/// <summary>A <see cref="Reply"/> in Discord's words.</summary>
static class InteractionAnswers
{
    public static InteractionResponse Of(Reply reply) => new()
    {
        Type = reply.Replaces ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
        Data = new()
        {
            Content = reply.Content,
            Embeds = reply.Embeds,
            Components = reply.Components,
            Flags = reply is { IsPrivate: true, Replaces: false } ? MessageFlags.Ephemeral : MessageFlags.None,
        },
    };

    public static InteractionResponse Thinking(bool isPrivate) => new()
    {
        Type = InteractionResponseType.DeferredChannelMessageWithSource,
        Data = new() { Flags = isPrivate ? MessageFlags.Ephemeral : MessageFlags.None },
    };

    public static EditMessage Edit(Reply reply) => new() { Content = reply.Content, Embeds = reply.Embeds, Components = reply.Components };

    public static InteractionResponse Suggestions(IReadOnlyList<Choice> choices) => new()
    {
        Type = InteractionResponseType.ApplicationCommandAutocompleteResult,
        Data = new() { Choices = choices },
    };
}
