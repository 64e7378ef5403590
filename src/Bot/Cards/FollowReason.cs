using Bot.Texts;
using Discord.Models;

namespace Bot.Cards;

/// <summary>Above a message that a member gets because of topics: why it came, and a button to unfollow them.</summary>
static class FollowReason
{
    const int MostNamed = 3;
    const int TopicLength = 40;

    /// <returns>Null for a message that has no such reason.</returns>
    public static Section? Of(CardState state, CustomId unfollow)
    {
        if (state.FollowedTopics is not { Count: > 0 } topics)
            return null;
        var words = BotTexts.Of(state.Language).Cards;
        var named = topics.Take(MostNamed).Select(topic => CardText.Inline(topic, TopicLength)).ToList();
        return new()
        {
            Id = StoryMessage.AboveId,
            Components =
            [
                new TextDisplay { Content = CardText.Small(words.FollowedTopics(string.Join(", ", named), topics.Count - named.Count))! },
            ],
            Accessory = new Button
            {
                Style = ButtonStyle.Secondary,
                Label = words.StopFollowing,
                CustomId = unfollow.ToString(),
            },
        };
    }
}
