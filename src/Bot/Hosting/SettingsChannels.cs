using Articles;
using Bot.Posting;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>
/// Adds, changes and removes channels as the settings declare them, until somebody changes them in Discord: from then on, that counts.
/// </summary>
sealed partial class SettingsChannels(
    IReadOnlyList<ChannelOptions> declared,
    PostingOptions posting,
    SubscriptionStore subscriptions,
    ChannelAdministration administration,
    ArticleStore articles,
    ILogger<SettingsChannels> log)
{
    public async Task ApplyAsync(CancellationToken ct)
    {
        var all = await subscriptions.AllAsync(ct);
        foreach (var undeclared in all.Where(one => one.FromSettings && declared.All(channel => channel.Channel != one.Channel)))
            await administration.RemoveAsync(undeclared.Channel, by: null, ct);

        foreach (var channel in declared)
        {
            switch (all.FirstOrDefault(one => one.Channel == channel.Channel))
            {
                case { FromSettings: false }:
                    LogChanged(channel.Channel);
                    break;
                case null when await subscriptions.IsRemovedAsync(channel.Channel, ct):
                    LogRemoved(channel.Channel);
                    break;
                default:
                    await SaveAsync(channel, ct);
                    break;
            }
        }

        // Where a channel of the settings is, Discord may still have to say.
        if (posting.HubServer is { } server && !(await subscriptions.AllAsync(ct)).Any(one =>
            one.Guild is null || (one.Guild == server && one.Destination is Destination.Announcement)))
            LogEmptyHub(server);
    }

    async Task SaveAsync(ChannelOptions channel, CancellationToken ct)
    {
        foreach (var topic in channel.Topics)
        {
            if (await articles.TopicAsync(topic, ct) is null)
                LogUnknownTopic(channel.Channel, topic);
        }

        await administration.SaveAsync(
            new()
            {
                Channel = channel.Channel,
                Rules = new() { Topics = [.. channel.Topics.Select(Topic.SlugOf)] },
                Latest = channel.Latest,
                FromSettings = true,
            },
            by: null,
            ct);
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Posting:HubServer: no announcement channel of server {Server} gets news yet, so /channel follow has nothing to offer. "
            + "Use /channel setup there")]
    partial void LogEmptyHub(string server);

    [LoggerMessage(LogLevel.Warning, "Channels: {Channel} wants the topic {Topic}, but no article has it yet")]
    partial void LogUnknownTopic(string channel, string topic);

    [LoggerMessage(
        LogLevel.Information,
        "Channels: the rules of {Channel} were set in Discord, and count instead of its entry in the settings")]
    partial void LogChanged(string channel);

    [LoggerMessage(
        LogLevel.Information,
        "Channels: {Channel} was removed in Discord, so its entry in the settings has no effect. Use /channel add to post there again")]
    partial void LogRemoved(string channel);
}
