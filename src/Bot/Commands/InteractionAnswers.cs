using Discord;

namespace Bot.Commands;

/// <summary>A <see cref="Reply"/> in Discord's words.</summary>
static class InteractionAnswers
{
    public static InteractionResponse Of(Reply reply) => reply.Form is { } form ? Opening(form) : new()
    {
        Type = reply.Replaces ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
        Data = new()
        {
            Content = reply.Content,
            Embeds = reply.Embeds,
            Components = reply.Components,
            Attachments = reply.Files is [] ? null : reply.Files,
            Flags = reply is { IsPrivate: true, Replaces: false } ? MessageFlags.Ephemeral : MessageFlags.None,
        },
    };

    public static InteractionResponse Thinking(bool isPrivate) => new()
    {
        Type = InteractionResponseType.DeferredChannelMessageWithSource,
        Data = new() { Flags = isPrivate ? MessageFlags.Ephemeral : MessageFlags.None },
    };

    /// <summary>The answer after <see cref="Thinking"/>, when it is too late for a form.</summary>
    public static EditMessage Edit(Reply reply) => reply.Form is null
        ? new() { Content = reply.Content, Embeds = reply.Embeds, Components = reply.Components, Attachments = reply.Files is [] ? null : reply.Files }
        : new() { Content = "That took too long. Press the button again." };

    public static InteractionResponse Suggestions(IReadOnlyList<Choice> choices) => new()
    {
        Type = InteractionResponseType.ApplicationCommandAutocompleteResult,
        Data = new() { Choices = choices },
    };

    static InteractionResponse Opening(Form form) => new()
    {
        Type = InteractionResponseType.Modal,
        Data = new() { CustomId = form.Id.ToString(), Title = form.Title, Components = form.Questions },
    };
}
