using Discord;

namespace Bot.Posting;

/// <summary>Looks for a message that an earlier attempt may have left in its channel, cut off between sending and recording.</summary>
sealed class ChannelHistory(DiscordRest discord)
{
    /// <summary>How far this machine's clock and Discord's may be apart.</summary>
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>The bot's own message that is the one meant; null where there is none.</summary>
    /// <param name="channel">Where to look.</param>
    /// <param name="firstAttempt">How far back it is worth looking.</param>
    /// <param name="isMeant">Tells it from others.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Message?> OwnMessageAsync(Snowflake channel, DateTimeOffset firstAttempt, Func<Message, bool> isMeant, CancellationToken ct)
    {
        var me = await discord.GetCurrentUserAsync(ct);
        var since = firstAttempt - ClockSkew;
        Snowflake? before = null;
        while (true)
        {
            var messages = await discord.GetChannelMessagesAsync(channel, DiscordLimits.MessagesPerPage, before, ct);
            if (messages.FirstOrDefault(message => message.Author?.Id == me.Id && isMeant(message)) is { } found)
                return found;
            if (messages.Count < DiscordLimits.MessagesPerPage || messages[^1].Id.CreatedAt < since)
                return null;
            before = messages[^1].Id;
        }
    }

    /// <summary>The first message of the forum's post that is the one meant; null where there is none.</summary>
    /// <param name="forum">Where to look.</param>
    /// <param name="firstAttempt">How far back it is worth looking.</param>
    /// <param name="isMeant">Tells it from others.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Message?> OwnPostAsync(Snowflake forum, DateTimeOffset firstAttempt, Func<Message, bool> isMeant, CancellationToken ct)
    {
        if ((await discord.GetChannelAsync(forum, ct)).GuildId is not { } guild)
            return null;
        var me = await discord.GetCurrentUserAsync(ct);
        var since = firstAttempt - ClockSkew;
        var posts = (await discord.ListActiveGuildThreadsAsync(guild, ct)).Threads
            .Where(thread => thread.ParentId == forum && thread.OwnerId == me.Id && thread.Id.CreatedAt >= since);
        foreach (var post in posts)
        {
            try
            {
                if (await discord.GetChannelMessageAsync(post.Id, post.Id, ct) is var first && isMeant(first))
                    return first;
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordError.UnknownMessage)
            {
                // Somebody deleted the first message of that post: it is none that is looked for.
            }
        }

        return null;
    }
}
