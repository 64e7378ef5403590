using System.Runtime.CompilerServices;
using Discord.Models;
using Discord.Rest;

namespace Bot.Posting;

/// <summary>
/// The messages that the bot posted to a channel by itself, newest first. All times are Discord's: this machine's clock may be wrong, and
/// a message that is overlooked is posted twice.
/// </summary>
sealed class ChannelHistory(DiscordRest discord)
{
    /// <summary>A response is dated in whole seconds, and later than what it is about.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>How many pages are read if it isn't known how far back to look.</summary>
    const int MostPages = 20;

    /// <param name="since">How far back to look; null if that isn't known.</param>
    public async IAsyncEnumerable<Message> MessagesAsync(
        Snowflake channel, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var me = await discord.GetCurrentUserAsync(ct);
        var start = Start(since);
        Snowflake? before = null;
        for (var page = 0; start is not null || page < MostPages; page++)
        {
            var messages = await discord.GetChannelMessagesAsync(channel, DiscordLimits.MessagesPerPage, before, ct);
            foreach (var message in messages.Where(message => message.Author?.Id == me.Id && message.InteractionMetadata is null))
                yield return message;
            if (messages.Count < DiscordLimits.MessagesPerPage || messages[^1].Id.CreatedAt < start)
                yield break;
            before = messages[^1].Id;
        }
    }

    /// <summary>The first messages of the bot's posts in a forum.</summary>
    /// <inheritdoc cref="MessagesAsync"/>
    public async IAsyncEnumerable<Message> PostsAsync(
        Snowflake forum, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken ct)
    {
        if ((await discord.GetChannelAsync(forum, ct)).GuildId is not { } guild)
            yield break;
        var me = await discord.GetCurrentUserAsync(ct);
        var start = Start(since);
        var active = (await discord.ListActiveGuildThreadsAsync(guild, ct)).Threads.Where(thread => thread.ParentId == forum);
        foreach (var thread in active)
        {
            if (IsOurs(thread) && await FirstAsync(thread.Id, ct) is { } first)
                yield return first;
        }

        await foreach (var thread in ArchivedAsync(forum, start, ct))
        {
            if (IsOurs(thread) && await FirstAsync(thread.Id, ct) is { } first)
                yield return first;
        }

        bool IsOurs(Channel thread) => thread.OwnerId == me.Id && (start is null || thread.Id.CreatedAt >= start);
    }

    /// <summary>What was archived before the start was posted before it as well.</summary>
    async IAsyncEnumerable<Channel> ArchivedAsync(
        Snowflake forum, DateTimeOffset? start, [EnumeratorCancellation] CancellationToken ct)
    {
        DateTimeOffset? before = null;
        for (var page = 0; start is not null || page < MostPages; page++)
        {
            var archived = await discord.ListPublicArchivedThreadsAsync(forum, DiscordLimits.MessagesPerPage, before, ct);
            foreach (var thread in archived.Threads)
                yield return thread;
            before = archived.Threads is [.., var last] ? last.ThreadMetadata?.ArchiveTimestamp : null;
            if (!archived.HasMore || before is null || before < start)
                yield break;
        }
    }

    /// <summary>Null if somebody deleted it: then it is none that is looked for.</summary>
    async Task<Message?> FirstAsync(Snowflake post, CancellationToken ct)
    {
        try
        {
            return await discord.GetChannelMessageAsync(post, post, ct);
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordError.UnknownMessage)
        {
            return null;
        }
    }

    /// <summary>A time in Discord's future was noted by another clock, and says nothing.</summary>
    DateTimeOffset? Start(DateTimeOffset? since) => since is { } known && known <= discord.DiscordsTime ? known - Margin : null;
}
