using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary>What members are told of what they follow.</summary>
static class FollowText
{
    /// <summary>What a member can do where nothing arrives.</summary>
    /// <param name="guild">Where the member follows it; null in private messages, which arrive.</param>
    public static string? Remark(Snowflake? guild, AnswerWords words) => guild is null ? null : words.IfNothingComes;

    /// <param name="topics">Those that are followed by this.</param>
    /// <param name="queued">How many stories are on their way by it; null where they are too many.</param>
    public static string Topics(IReadOnlyList<string> topics, int? queued, AnswerWords words) => queued is null
        ? words.TooManyTopics(FollowStore.MostTopics)
        : Said([words.TopicsFollowed(CardText.Markdown(string.Join(", ", topics), 300), topics.Count), queued > 0 ? words.LatestIsComing : null, words.HowToChange]);

    /// <summary>Sentences one after another.</summary>
    public static string Said(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>());
}
