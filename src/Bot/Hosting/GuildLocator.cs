using System.Threading.Channels;
using Bot.Posting;
using Desk.Channels;
using Desk.Database;
using Discord.Gateway;
using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Records the guild and kind of each channel, as Discord sends them. It waits for the database here, so that the gateway's events don't
/// have to.
/// </summary>
sealed partial class GuildLocator(SubscriptionStore subscriptions, DiscordRest discord, TimeProvider clock, ILogger<GuildLocator> log)
    : BackgroundService
{
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    readonly Channel<Place> waiting = System.Threading.Channels.Channel.CreateUnbounded<Place>(new() { SingleReader = true });

    /// <summary>The event has been handled when the guild is recorded: whoever resumes the session before that gets it again.</summary>
    public void Locate(GuildCreated created) =>
        waiting.Writer.TryWrite(new(created.Guild.Id, [.. created.Guild.Channels, .. created.Guild.Threads], created.MarkHandled));

    /// <summary>Also marks the event as handled.</summary>
    public void Locate(ChannelChanged changed)
    {
        // Threads are many, and remain what they are.
        if (changed.Channel is { GuildId: { } guild, ThreadMetadata: null } channel)
            waiting.Writer.TryWrite(new(guild, [channel], changed.MarkHandled));
        else
            changed.MarkHandled();
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var asking = AskAsync(ct);
        await foreach (var place in waiting.Reader.ReadAllAsync(ct))
        {
            await LocateAsync(place.Guild, place.Channels, ct);
            place.Recorded();
        }

        await asking;
    }

    /// <summary>
    /// Asks for the guilds of channels from the settings. Discord tells of guilds only at the start of a session, and this process may go
    /// on with that of another.
    /// </summary>
    async Task AskAsync(CancellationToken ct)
    {
        try
        {
            foreach (var unknown in (await subscriptions.AllAsync(ct)).Where(one => one.Guild is null))
            {
                if (await FindAsync(unknown.Channel, ct) is { GuildId: { } guild } channel)
                    waiting.Writer.TryWrite(new(guild, [channel], () => { }));
            }
        }
        catch (DatabaseException failure)
        {
            LogNotAsked(failure.Message);
        }
    }

    /// <summary>Null for a channel that Discord doesn't show to the bot, which the first post to it reports.</summary>
    async Task<Discord.Models.Channel?> FindAsync(string channel, CancellationToken ct)
    {
        try
        {
            return Snowflake.TryParse(channel, out var id) ? await discord.GetChannelAsync(id, ct) : null;
        }
        catch (Exception refused) when (refused is DiscordApiException or HttpRequestException)
        {
            return null;
        }
    }

    async Task LocateAsync(Snowflake guild, IReadOnlyList<Discord.Models.Channel> found, CancellationToken ct)
    {
        for (string? told = null; ;)
        {
            try
            {
                var channels = new Dictionary<string, Destination>();
                foreach (var channel in found)
                    channels[channel.Id.ToString()] = Destinations.Of(channel);
                await subscriptions.LocateAsync(guild.ToString(), channels, ct);
                return;
            }
            catch (DatabaseException failure)
            {
                // A failure that repeats is logged once.
                if (failure.Message != told)
                    LogRetry(guild, failure.Message);
                told = failure.Message;
                await Task.Delay(RetryAfter, clock, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                // Nobody foresaw it, so trying again is no use; the other servers are still to be recorded.
                LogFailed(failure, guild);
                return;
            }
        }
    }

    /// <param name="Recorded">Called when that is done.</param>
    sealed record Place(Snowflake Guild, IReadOnlyList<Discord.Models.Channel> Channels, Action Recorded);

    [LoggerMessage(LogLevel.Warning, "The servers of channels in the settings are not known yet: {Reason}")]
    partial void LogNotAsked(string reason);

    [LoggerMessage(LogLevel.Error, "The channels of server {Guild} could not be recorded; retrying: {Reason}")]
    partial void LogRetry(Snowflake guild, string reason);

    [LoggerMessage(LogLevel.Error, "The channels of server {Guild} could not be recorded")]
    partial void LogFailed(Exception failure, Snowflake guild);
}
