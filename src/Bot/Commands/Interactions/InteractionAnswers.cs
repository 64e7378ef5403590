using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>A <see cref="Reply"/> as Discord's API expects it.</summary>
static class InteractionAnswers
{
    public static InteractionResponse Of(Reply reply) => reply.Form is { } form ? Opening(form) : new()
    {
        Type = reply.Replaces ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
        Data = new()
        {
            Content = reply switch
            {
                { IsLayout: false } => reply.Content,
                // What it replaces may have content, which must go before a message may consist of components.
                { Replaces: true } => "",
                _ => null,
            },
            Embeds = reply.IsLayout && !reply.Replaces ? null : reply.Embeds,
            Components = reply.Components,
            Attachments = Files(reply),
            Flags = Layout(reply) | (reply is { IsPrivate: true, Replaces: false } ? MessageFlags.Ephemeral : MessageFlags.None),
        },
    };

    public static InteractionResponse Thinking(bool isPrivate) => new()
    {
        Type = InteractionResponseType.DeferredChannelMessageWithSource,
        Data = new() { Flags = isPrivate ? MessageFlags.Ephemeral : MessageFlags.None },
    };

    /// <summary>A button on an answer usually changes that answer; a button on a post never changes the post.</summary>
    /// <param name="pressed">The message with the button.</param>
    public static InteractionResponse Working(Message? pressed) =>
        pressed?.InteractionMetadata is null ? Thinking(isPrivate: true) : new() { Type = InteractionResponseType.DeferredUpdateMessage };

    /// <summary>Replaces "thinking…", or the message with the button. Not for a reply with a form.</summary>
    public static EditMessage Edit(Reply reply) => new()
    {
        Content = reply.IsLayout ? "" : reply.Content,
        Embeds = reply.Embeds,
        Components = reply.Components,
        Attachments = Files(reply),
        Flags = reply.IsLayout ? MessageFlags.IsComponentsV2 : null,
    };

    /// <summary>A message of its own, after the one with the button. Not for a reply with a form.</summary>
    public static CreateMessage Followup(Reply reply) => new()
    {
        Content = reply.IsLayout ? null : reply.Content,
        Embeds = reply.IsLayout ? null : reply.Embeds,
        Components = reply.Components,
        Attachments = reply.Files is [] ? null : reply.Files,
        Flags = Layout(reply) | (reply.IsPrivate ? MessageFlags.Ephemeral : MessageFlags.None),
    };

    static MessageFlags Layout(Reply reply) => reply.IsLayout ? MessageFlags.IsComponentsV2 : MessageFlags.None;

    /// <summary>What a reply replaces loses its files, which Discord would show below the new text otherwise.</summary>
    static IReadOnlyList<MessageAttachment>? Files(Reply reply) => reply is { Files: [], Replaces: false } ? null : reply.Files;

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
