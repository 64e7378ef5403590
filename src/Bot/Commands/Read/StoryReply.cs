using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;

namespace Bot.Commands.Read;

/// <summary>The card of a story, as channels get it, in answer to somebody.</summary>
static class StoryReply
{
    /// <param name="language">The language of the person who asks.</param>
    public static Reply Of(Story story, DateTimeOffset now, string language) =>
        new() { Components = StoryMessage.For(story, new() { Now = now, Language = language }).Components! };
}
