using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>The thread object. https://discord.com/developers/docs/resources/channel#thread-metadata-object</summary>
static class Threads
{
    const int OneDay = 1440;
    const long Pinned = 2;

    public static JsonObject New(string id, long type, JsonObject parent, string ownerId, JsonObject asked, DateTimeOffset now)
    {
        var thread = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["guild_id"] = parent.Text("guild_id"),
            ["parent_id"] = parent.Text("id"),
            ["owner_id"] = ownerId,
            ["name"] = asked.Text("name")!.Trim(),
            ["last_message_id"] = null,
            ["last_pin_timestamp"] = null,
            ["message_count"] = 0,
            ["member_count"] = 1,
            ["total_message_sent"] = 0,
            ["rate_limit_per_user"] = asked.Whole("rate_limit_per_user") ?? 0,
            ["flags"] = 0,
            ["thread_metadata"] = new JsonObject
            {
                ["archived"] = false,
                ["auto_archive_duration"] = asked.Whole("auto_archive_duration") ?? OneDay,
                ["archive_timestamp"] = Timestamps.Write(now),
                ["locked"] = false,
                ["create_timestamp"] = Timestamps.Write(now),
            },
        };
        if (type == ChannelType.PrivateThread)
            thread["thread_metadata"]!["invitable"] = !asked["invitable"].AsBoolean(out var invitable) || invitable;
        if (parent.Whole("type") == ChannelType.Forum)
            thread["applied_tags"] = Json.ArrayOf(asked.Texts("applied_tags"));
        return thread;
    }

    public static bool IsArchived(JsonObject thread) => thread.Object("thread_metadata")!.Flag("archived");

    public static bool IsLocked(JsonObject thread) => thread.Object("thread_metadata")!.Flag("locked");

    public static void SetArchived(JsonObject thread, bool archived, DateTimeOffset now)
    {
        var metadata = thread.Object("thread_metadata")!;
        metadata["archived"] = archived;
        metadata["archive_timestamp"] = Timestamps.Write(now);
    }

    /// <summary>Whether nobody wrote during the auto-archive duration. Pinned posts are never archived.</summary>
    public static bool IsInactive(JsonObject thread, DateTimeOffset now)
    {
        if (IsArchived(thread) || ((thread.Whole("flags") ?? 0) & Pinned) != 0)
            return false;
        var metadata = thread.Object("thread_metadata")!;
        var opened = DateTimeOffset.Parse(metadata.Text("archive_timestamp")!, CultureInfo.InvariantCulture);
        var written = thread.Text("last_message_id") is { } id ? Snowflakes.TimeOf(Snowflakes.Parse(id)) : opened;
        return now - (written > opened ? written : opened) >= TimeSpan.FromMinutes(metadata.Whole("auto_archive_duration")!.Value);
    }

    /// <summary>Adds to the thread's message count. A post's first message and a thread's starter message don't count.</summary>
    public static void Count(JsonObject thread, JsonObject message, int by)
    {
        if (message.Text("id") == thread.Text("id") || message.Whole("type") == MessageType.ThreadStarter)
            return;
        thread["message_count"] = Math.Max(0, thread.Whole("message_count")!.Value + by);
        if (by > 0)
            thread["total_message_sent"] = thread.Whole("total_message_sent")!.Value + by;
    }

    /// <summary>https://discord.com/developers/docs/resources/channel#thread-member-object</summary>
    public static JsonObject Member(JsonObject thread, string userId) => new()
    {
        ["id"] = thread.Text("id"),
        ["user_id"] = userId,
        ["join_timestamp"] = thread.Object("thread_metadata")!["create_timestamp"]!.DeepClone(),
        ["flags"] = 0,
    };

    /// <summary>The data of THREAD_DELETE.</summary>
    public static JsonObject Deleted(JsonObject thread) => new()
    {
        ["id"] = thread.Text("id"),
        ["guild_id"] = thread.Text("guild_id"),
        ["parent_id"] = thread.Text("parent_id"),
        ["type"] = thread.Whole("type"),
    };
}
