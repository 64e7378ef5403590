using Bot.Cards;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary>What members are told of what they follow.</summary>
static class FollowText
{
    /// <summary>What a member can do where nothing arrives.</summary>
    /// <param name="guild">Where the member follows it; null in private messages, which arrive.</param>
    public static string Remark(Snowflake? guild) =>
        guild is null ? "" : "If nothing comes, allow direct messages in the privacy settings of this server.";

    /// <param name="topics">Those that are followed by this.</param>
    /// <param name="queued">How many stories are on their way by it; null where they are too many.</param>
    public static string Topics(IReadOnlyList<string> topics, int? queued)
    {
        if (queued is null)
            return $"Nothing is changed: that would be more than {FollowStore.MostTopics} topics, which is the most. `/following` takes some out.";
        var sent = queued > 0 ? " The latest is on its way to you." : "";
        return $"You follow {CardText.Markdown(string.Join(", ", topics), 300)}: stories on {(topics is [_] ? "it" : "them")} come to you privately.{sent} `/following` sets how often, and ends it.";
    }
}
