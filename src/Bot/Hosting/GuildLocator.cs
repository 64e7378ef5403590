using System.Threading.Channels;
using Bot.Posting;
using Desk.Channels;
using Desk.Database;
using Discord.Gateway;
using Discord.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Records the guild and kind of each channel, guild by guild as Discord sends them. It waits for the database here, so that the
/// gateway's events don't have to.
/// </summary>
sealed partial class GuildLocator(SubscriptionStore subscriptions, TimeProvider clock, ILogger<GuildLocator> log) : BackgroundService
{
    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    readonly Channel<GuildCreated> waiting = System.Threading.Channels.Channel.CreateUnbounded<GuildCreated>(new() { SingleReader = true });

    /// <summary>The event has been handled when the guild is recorded: whoever resumes the session before that gets it again.</summary>
    public void Locate(GuildCreated created) => waiting.Writer.TryWrite(created);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        await foreach (var created in waiting.Reader.ReadAllAsync(ct))
        {
            await LocateAsync(created.Guild, ct);
            created.MarkHandled();
        }
    }

    async Task LocateAsync(Guild guild, CancellationToken ct)
    {
        for (string? told = null; ;)
        {
            try
            {
                var channels = new Dictionary<string, Destination>();
                foreach (var channel in guild.Channels.Concat(guild.Threads))
                    channels[channel.Id.ToString()] = Destinations.Of(channel);
                await subscriptions.LocateAsync(guild.Id.ToString(), channels, ct);
                return;
            }
            catch (DatabaseException failure)
            {
                // A failure that repeats is logged once.
                if (failure.Message != told)
                    LogRetry(guild.Id, failure.Message);
                told = failure.Message;
                await Task.Delay(RetryAfter, clock, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                // Nobody foresaw it, so trying again is no use; the other servers are still to be recorded.
                LogFailed(failure, guild.Id);
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The channels of server {Guild} could not be recorded; retrying: {Reason}")]
    partial void LogRetry(Snowflake guild, string reason);

    [LoggerMessage(LogLevel.Error, "The channels of server {Guild} could not be recorded")]
    partial void LogFailed(Exception failure, Snowflake guild);
}
