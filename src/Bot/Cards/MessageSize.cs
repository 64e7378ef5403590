using Discord.Models;

namespace Bot.Cards;

/// <summary>Whether Discord takes a message that consists of components.</summary>
static class MessageSize
{
    /// <summary>For the nonce, the mentions, and what else a message has.</summary>
    const int Rest = 300;

    public static bool Fits(IReadOnlyList<Component> components)
    {
        var all = Component.All(components).ToList();
        var message = new CreateMessage { Components = components, Attachments = Files(components) };
        return all.Count <= DiscordLimits.Components
            && all.OfType<TextDisplay>().Sum(text => text.Content.Length) <= DiscordLimits.DisplayedText
            && message.ToUtf8Json().Length <= DiscordLimits.MessageBytes - Rest;
    }

    /// <summary>As they are named beside the components.</summary>
    static IReadOnlyList<MessageAttachment>? Files(IReadOnlyList<Component> components) =>
        MessagePictures.FilesIn(components) is { Count: > 0 } names
            ? [.. names.Select(name => new MessageAttachment { Filename = name })]
            : null;
}
