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

    /// <summary>What was pressed on an answer mostly changes that answer; what was pressed on a post never changes the post.</summary>
    /// <param name="pressed">The message that carries what was pressed.</param>
    public static InteractionResponse Working(Message? pressed) =>
        pressed?.InteractionMetadata is null ? Thinking(isPrivate: true) : new() { Type = InteractionResponseType.DeferredUpdateMessage };

    /// <summary>The answer that takes the place of "thinking…", or of the message that was pressed.</summary>
    public static EditMessage Edit(Reply reply)
    {
        var late = Late(reply);
        return new() { Content = late.Content, Embeds = late.Embeds, Components = late.Components, Attachments = late.Files is [] ? null : late.Files };
    }

    /// <summary>The answer that comes beside the message that was pressed.</summary>
    public static CreateMessage Followup(Reply reply)
    {
        var late = Late(reply);
        return new()
        {
            Content = late.Content,
            Embeds = late.Embeds,
            Components = late.Components,
            Attachments = late.Files is [] ? null : late.Files,
            Flags = late.IsPrivate ? MessageFlags.Ephemeral : MessageFlags.None,
        };
    }

    public static InteractionResponse Suggestions(IReadOnlyList<Choice> choices) => new()
    {
        Type = InteractionResponseType.ApplicationCommandAutocompleteResult,
        Data = new() { Choices = choices },
    };

    /// <summary>A form can only be the first answer.</summary>
    static Reply Late(Reply reply) => reply.Form is null ? reply : Reply.Note("That took too long. Press the button again.");

    static InteractionResponse Opening(Form form) => new()
    {
        Type = InteractionResponseType.Modal,
        Data = new() { CustomId = form.Id.ToString(), Title = form.Title, Components = form.Questions },
    };
}
