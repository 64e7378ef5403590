using Bot.Cards;
using Discord;

namespace Bot.Commands;

/// <summary>What a command, a button or a form answers. Only the dispatcher knows how it is sent.</summary>
sealed record Reply
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    public IReadOnlyList<MessageAttachment> Files { get; init; } = [];

    /// <summary>Opens it instead of a message. Not in answer to a form.</summary>
    public Form? Form { get; init; }

    /// <summary>Only the person who asked sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Takes the place of the message whose button was pressed.</summary>
    public bool Replaces { get; init; }

    /// <summary>A few words for the person who asked: a confirmation, or what was wrong and what to do.</summary>
    public static Reply Note(string text) => new() { Content = DiscordText.Shorten(text, DiscordLimits.MessageContent), IsPrivate = true };
}

/// <summary>Questions in a window of their own.</summary>
/// <param name="Id">Comes back with the answers.</param>
/// <param name="Title">At most <see cref="DiscordLimits.ModalTitle"/> characters.</param>
/// <param name="Questions">At most <see cref="DiscordLimits.ModalComponents"/>.</param>
sealed record Form(CustomId Id, string Title, IReadOnlyList<Label> Questions);
