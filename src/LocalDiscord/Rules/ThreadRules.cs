using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>Rules for a thread or a forum post. https://discord.com/developers/docs/resources/channel#start-thread-from-message</summary>
static class ThreadRules
{
    const long RequireTag = 16;

    static readonly long[] Durations = [60, 1440, 4320, 10080];

    /// <exception cref="DiscordException">50035 with every broken rule.</exception>
    public static void CheckNew(JsonObject thread)
    {
        var errors = new FormErrors();
        Check(thread, isNew: true, errors);
        errors.ThrowIfAny();
    }

    /// <exception cref="DiscordException">50035 with every broken rule, or 40067 if a required tag is missing.</exception>
    public static void CheckPost(JsonObject post, JsonObject forum)
    {
        var errors = new FormErrors();
        Check(post, isNew: true, errors);
        CheckTags(post, forum, errors);
        if (post.Object("message") is null)
            errors.Required("message");
        errors.ThrowIfAny();
        if (((forum.Whole("flags") ?? 0) & RequireTag) != 0 && !post.Texts("applied_tags").Any())
            throw DiscordError.TagRequired();
    }

    /// <param name="parent">The thread's channel or forum.</param>
    public static void CheckEdit(JsonObject changes, JsonObject parent)
    {
        var errors = new FormErrors();
        Check(changes, isNew: false, errors);
        CheckTags(changes, parent, errors);
        errors.ThrowIfAny();
    }

    /// <summary>Whether a post asks for a tag that only moderators may set.</summary>
    public static bool AsksForModeratedTags(JsonObject post, JsonObject forum)
    {
        var asked = post.Texts("applied_tags").ToHashSet();
        return forum.Objects("available_tags").Any(tag => tag.Flag("moderated") && asked.Contains(tag.Text("id")!));
    }

    static void Check(JsonObject thread, bool isNew, FormErrors errors)
    {
        errors.CheckText(thread, "name", "", Limits.ChannelName, required: isNew);
        if (thread["auto_archive_duration"] is not null && !Durations.Contains(thread.Whole("auto_archive_duration") ?? 0))
            errors.OneOf("auto_archive_duration", Durations);
        errors.CheckWhole(thread, "rate_limit_per_user", "", 0, Limits.SlowMode);
    }

    static void CheckTags(JsonObject post, JsonObject forum, FormErrors errors)
    {
        var asked = post.List("applied_tags").ToList();
        if (asked.Count > Limits.AppliedTags)
            errors.Add("applied_tags", "BASE_TYPE_MAX_LENGTH", $"Must be {Limits.AppliedTags} or fewer in length.");
        var known = forum.Objects("available_tags").Select(tag => tag.Text("id")).ToHashSet();
        for (var i = 0; i < asked.Count; i++)
        {
            if (!known.Contains(asked[i].AsText()))
                errors.Add($"applied_tags.{i}", "INVALID_FORUM_TAG", $"Tag {asked[i]} does not belong to this forum.");
        }
    }
}
