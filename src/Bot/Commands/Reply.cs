using Discord;

namespace Bot.Commands;

/// <summary>What a command or a button answers. Only the dispatcher knows how it is sent.</summary>
sealed record Reply
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>Only the person who asked sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Takes the place of the message whose button was pressed.</summary>
    public bool Replaces { get; init; }

    /// <summary>A few words for the person who asked: a confirmation, or what was wrong and what to do.</summary>
    public static Reply Note(string text) => new() { Content = DiscordText.Shorten(text, DiscordLimits.MessageContent), IsPrivate = true };
}
