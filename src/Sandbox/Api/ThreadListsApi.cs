using System.Globalization;
using System.Text.Json.Nodes;
using Sandbox.Guilds;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>Threads that are awake, and those that sleep, page by page. https://discord.com/developers/docs/resources/channel#list-public-archived-threads</summary>
sealed class ThreadListsApi(World world)
{
    const int Default = 50, Smallest = 2, Largest = 100;

    /// <summary>The newest first, all of them.</summary>
    public Answer ListActiveGuildThreads(Call call)
    {
        var seen = Access.Guild(call, world).Threads
            .Where(thread => !Threads.IsArchived(thread) && world.Places.May(Seed.ApplicationId, thread, Permissions.ViewChannel))
            .OrderByDescending(Id);
        return Answer.Ok(Listed([.. seen], hasMore: false));
    }

    public Answer ListPublicArchivedThreads(Call call) =>
        LatestArchived(call, Archived(call, Permissions.ReadMessageHistory).Where(thread => !IsPrivate(thread)));

    public Answer ListPrivateArchivedThreads(Call call) =>
        LatestArchived(call, Archived(call, Permissions.ReadMessageHistory | Permissions.ManageThreads).Where(IsPrivate));

    /// <summary>Those that the bot is in, the newest first, before the id of one.</summary>
    public Answer ListJoinedPrivateArchivedThreads(Call call)
    {
        var joined = Archived(call, Permissions.ReadMessageHistory).Where(thread => IsPrivate(thread) && HasJoined(thread));
        if (call.Query("before") is { } before)
        {
            if (!Snowflakes.TryParse(before, out var id))
                throw FormErrors.Single("before", "NUMBER_TYPE_COERCE", $"Value \"{before}\" is not snowflake.");
            joined = joined.Where(thread => Id(thread) < id);
        }

        return Page(call, joined.OrderByDescending(Id));
    }

    /// <summary>The latest archived first, before a time.</summary>
    Answer LatestArchived(Call call, IEnumerable<JsonObject> threads)
    {
        if (call.Query("before") is { } before)
        {
            if (!DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                throw FormErrors.Single("before", "DATE_TIME_TYPE_PARSE", $"Could not parse {before}. Should be ISO8601.");
            threads = threads.Where(thread => string.CompareOrdinal(ArchivedAt(thread), Timestamps.Write(time)) < 0);
        }

        return Page(call, threads.OrderByDescending(ArchivedAt, StringComparer.Ordinal));
    }

    IEnumerable<JsonObject> Archived(Call call, ulong permissions)
    {
        var channel = Access.Channel(call, world, permissions);
        return world.Places.Of(channel)?.Threads.Where(thread => thread.Text("parent_id") == channel.Text("id") && Threads.IsArchived(thread))
            ?? throw DiscordError.WrongChannelType();
    }

    Answer Page(Call call, IEnumerable<JsonObject> threads)
    {
        var limit = Default;
        if (call.Query("limit") is { } asked && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < Smallest or > Largest))
            throw FormErrors.Single("limit", "NUMBER_TYPE_MAX", $"int value should be between {Smallest} and {Largest}.");
        var oneMore = threads.Take(limit + 1).ToList();
        return Answer.Ok(Listed([.. oneMore.Take(limit)], hasMore: oneMore.Count > limit));
    }

    /// <summary>With the bot's memberships in them.</summary>
    JsonObject Listed(IReadOnlyList<JsonObject> threads, bool hasMore) => new()
    {
        ["threads"] = new JsonArray([.. threads.Select(thread => (JsonNode)world.Channels.ForBot(thread))]),
        ["members"] = new JsonArray([.. threads.Where(HasJoined).Select(thread => (JsonNode)Threads.Member(thread, Seed.ApplicationId))]),
        ["has_more"] = hasMore,
    };

    bool HasJoined(JsonObject thread) => world.Places.Of(thread)!.HasJoined(thread, Seed.ApplicationId);

    static bool IsPrivate(JsonObject thread) => thread.Whole("type") == ChannelType.PrivateThread;

    static string ArchivedAt(JsonObject thread) => thread.Object("thread_metadata")!.Text("archive_timestamp")!;

    static ulong Id(JsonObject thread) => Snowflakes.Parse(thread.Text("id")!);
}
