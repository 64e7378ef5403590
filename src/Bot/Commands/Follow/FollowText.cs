using Bot.Cards;
using Bot.Texts;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary>Answers to members about what they follow.</summary>
static class FollowText
{
    /// <summary>What a member can do if no message arrives.</summary>
    /// <param name="guild">Null in direct messages, which do arrive.</param>
    public static string? Remark(Snowflake? guild, AnswerTexts words) => guild is null ? null : words.IfNothingComes;

    /// <param name="topics">The topics that are now followed.</param>
    /// <param name="queued">How many stories will be sent now; null if that would be too many topics.</param>
    public static string Topics(IReadOnlyList<string> topics, int? queued, AnswerTexts words) => queued is null
        ? words.TooManyTopics(FollowStore.MostTopics)
        : Join(
            words.TopicsFollowed(CardText.Markdown(string.Join(", ", topics), 300), topics.Count),
            queued > 0 ? words.LatestIsComing : null,
            words.HowToChange);

    public static string Join(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>());
}
