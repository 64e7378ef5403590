using Bot.Cards;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>The answer of a command, a button or a form. Only the dispatcher knows how to send it.</summary>
sealed record Reply
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>Whether its components are all of it, in which case it has no content and no embeds.</summary>
    public bool IsLayout => Components.Any(component => component is not ActionRow);

    public IReadOnlyList<MessageAttachment> Files { get; init; } = [];

    /// <summary>Opens a form instead of sending a message. Discord doesn't allow it in answer to a form.</summary>
    public Form? Form { get; init; }

    /// <summary>Whether only the person who asked sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it replaces the message with the button.</summary>
    public bool Replaces { get; init; }

    /// <summary>A short private message: a confirmation, or what was wrong and what to do.</summary>
    public static Reply Note(string text) => new() { Content = DiscordText.Shorten(text, DiscordLimits.MessageContent), IsPrivate = true };
}

/// <summary>A modal, in Discord's terms.</summary>
/// <param name="Id">Discord returns it with the answers.</param>
/// <param name="Title">At most <see cref="DiscordLimits.ModalTitle"/> characters.</param>
/// <param name="Questions">At most <see cref="DiscordLimits.ModalComponents"/>.</param>
sealed record Form(CustomId Id, string Title, IReadOnlyList<Label> Questions);
