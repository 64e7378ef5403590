using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>
/// Lists active threads, and archived ones page by page.
/// https://discord.com/developers/docs/resources/channel#list-public-archived-threads
/// </summary>
sealed class ThreadListsApi(Access access, ChannelDirectory directory, ChannelService channels)
{
    const int Default = 50, Smallest = 2, Largest = 100;

    /// <summary>All of them, newest first.</summary>
    public ApiResponse ListActiveGuildThreads(ApiRequest request)
    {
        var active = access.Guild(request).Threads
            .Where(thread => !Threads.IsArchived(thread) && access.BotHas(thread, Permissions.ViewChannel))
            .OrderByDescending(Id);
        return ApiResponse.Ok(Listed([.. active], hasMore: false));
    }

    public ApiResponse ListPublicArchivedThreads(ApiRequest request) =>
        LatestArchived(request, Archived(request, Permissions.ReadMessageHistory).Where(thread => !IsPrivate(thread)));

    public ApiResponse ListPrivateArchivedThreads(ApiRequest request) =>
        LatestArchived(request, Archived(request, Permissions.ReadMessageHistory | Permissions.ManageThreads).Where(IsPrivate));

    /// <summary>Those that the bot has joined, newest first; <c>before</c> is an id.</summary>
    public ApiResponse ListJoinedPrivateArchivedThreads(ApiRequest request)
    {
        var joined = Archived(request, Permissions.ReadMessageHistory).Where(thread => IsPrivate(thread) && HasJoined(thread));
        var errors = new FormErrors();
        if (errors.QueryId(request, "before") is { } before)
            joined = joined.Where(thread => Id(thread) < before);
        errors.ThrowIfAny();
        return Page(request, joined.OrderByDescending(Id));
    }

    /// <summary>Those archived last come first; <c>before</c> is a time.</summary>
    ApiResponse LatestArchived(ApiRequest request, IEnumerable<JsonObject> threads)
    {
        if (request.Query("before") is { } before)
        {
            if (!DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                throw FormErrors.Single("before", "DATE_TIME_TYPE_PARSE", $"Could not parse {before}. Should be ISO8601.");
            threads = threads.Where(thread => string.CompareOrdinal(ArchivedAt(thread), Timestamps.Write(time)) < 0);
        }

        return Page(request, threads.OrderByDescending(ArchivedAt, StringComparer.Ordinal));
    }

    IEnumerable<JsonObject> Archived(ApiRequest request, ulong permissions)
    {
        var channel = access.Channel(request, permissions);
        var guild = directory.GuildOf(channel) ?? throw DiscordError.WrongChannelType();
        return guild.Threads.Where(thread => thread.Text("parent_id") == channel.Text("id") && Threads.IsArchived(thread));
    }

    ApiResponse Page(ApiRequest request, IEnumerable<JsonObject> threads)
    {
        var errors = new FormErrors();
        var limit = (int)errors.QueryWhole(request, "limit", Smallest, Largest, Default);
        errors.ThrowIfAny();
        var oneMore = threads.Take(limit + 1).ToList();
        return ApiResponse.Ok(Listed([.. oneMore.Take(limit)], hasMore: oneMore.Count > limit));
    }

    JsonObject Listed(IReadOnlyList<JsonObject> threads, bool hasMore) => new()
    {
        ["threads"] = new JsonArray([.. threads.Select(thread => (JsonNode)channels.ForBot(thread))]),
        ["members"] = new JsonArray([.. threads.Where(HasJoined).Select(thread => (JsonNode)Threads.Member(thread, Seed.ApplicationId))]),
        ["has_more"] = hasMore,
    };

    bool HasJoined(JsonObject thread) => directory.GuildOf(thread)!.HasJoined(thread, Seed.ApplicationId);

    static bool IsPrivate(JsonObject thread) => thread.Whole("type") == ChannelType.PrivateThread;

    static string ArchivedAt(JsonObject thread) => thread.Object("thread_metadata")!.Text("archive_timestamp")!;

    static ulong Id(JsonObject thread) => Snowflakes.Parse(thread.Text("id")!);
}
