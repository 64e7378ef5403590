using Microsoft.Extensions.Logging;
using News;
using News.Storage;

namespace Bot.Hosting;

/// <summary>The channels that the settings declare, brought into the database: added, changed, or removed as they are there.</summary>
sealed partial class SettingsChannels(
    IReadOnlyList<ChannelOptions> declared,
    SubscriptionStore subscriptions,
    ArticleStore articles,
    ILogger<SettingsChannels> log)
{
    public async Task ApplyAsync(CancellationToken ct)
    {
        foreach (var known in await subscriptions.AllAsync(ct))
        {
            if (known.FromSettings && declared.All(channel => channel.Channel != known.Channel))
                await subscriptions.RemoveAsync(known.Channel, by: null, ct);
        }

        foreach (var channel in declared)
        {
            foreach (var topic in channel.Topics)
            {
                if (await articles.TopicAsync(topic, ct) is null)
                    LogUnknownTopic(channel.Channel, topic);
            }

            await subscriptions.SaveAsync(
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
    }

    [LoggerMessage(LogLevel.Warning, "Channels: {Channel} asks for the topic {Topic}, which no article has yet")]
    partial void LogUnknownTopic(string channel, string topic);
}
