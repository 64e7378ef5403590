using Bot.Cards;
using Bot.Posting;
using Discord.Models;
using Discord.Rest;

namespace Bot.Commands.Channels;

/// <summary>Which channels follow the hub's. Discord knows that, and nothing here keeps it: moderators can change it in Discord.</summary>
/// <param name="discord">Null for programs without Discord, where nothing follows.</param>
sealed class ChannelFollows(HubChannels hub, DiscordRest? discord = null)
{
    /// <summary>The channels of the hub that a channel follows.</summary>
    /// <exception cref="DiscordApiException">The bot may not see the channel's webhooks.</exception>
    public async Task<IReadOnlyList<FollowedHubChannel>> OfAsync(Snowflake channel, CancellationToken ct) =>
        discord is null ? [] : await FollowedAsync(await discord.GetChannelWebhooksAsync(channel, ct), ct);

    /// <summary>For the checklist of a channel with news of its own; nothing if the bot may not see webhooks.</summary>
    public async Task<IReadOnlyList<string>> TwiceLinesAsync(Snowflake channel, ChannelAccess? now, CancellationToken ct)
    {
        if (!hub.IsSetUp || now is null || (now.Allowed & (Permissions.ManageWebhooks | Permissions.Administrator)) == 0)
            return [];
        try
        {
            var names = (await OfAsync(channel, ct)).Select(one => HubText.Name(one.Channel));
            return [.. names.Select(name => $"✗ It also follows {name}: a story that fits both comes twice. `/channel follow` ends it.")];
        }
        catch (Exception refused) when (refused is DiscordApiException or HttpRequestException)
        {
            return [];
        }
    }

    /// <summary>Whether a channel is in a server: a button's custom_id may name any.</summary>
    public async Task<bool> IsInAsync(Snowflake? guild, Snowflake channel, CancellationToken ct)
    {
        try
        {
            return discord is not null && guild is not null && (await discord.GetChannelAsync(channel, ct)).GuildId == guild;
        }
        catch (DiscordApiException hidden) when (hidden.Code is DiscordError.UnknownChannel or DiscordError.MissingAccess)
        {
            return false;
        }
    }

    /// <exception cref="DiscordApiException">Discord refuses it.</exception>
    public Task FollowAsync(HubChannel followed, Snowflake channel, CancellationToken ct) =>
        discord?.FollowAnnouncementChannelAsync(followed.Id, channel, ct) ?? Task.CompletedTask;

    /// <exception cref="DiscordApiException">Discord refuses it.</exception>
    public Task StopAsync(FollowedHubChannel followed, CancellationToken ct) =>
        discord?.DeleteWebhookAsync(followed.Webhook, ct) ?? Task.CompletedTask;

    /// <summary>For the list of channels; nothing if there is no hub, or if the bot may not see webhooks.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(Snowflake guild, CancellationToken ct)
    {
        if (discord is null || !hub.IsSetUp)
            return [];
        try
        {
            var followed = await FollowedAsync(await discord.GetGuildWebhooksAsync(guild, ct), ct);
            return [.. followed.Select(one => $"<#{one.Follower}> · follows {CardText.Markdown(one.Channel.Label, 150)}")];
        }
        catch (Exception refused) when (refused is DiscordApiException or HttpRequestException)
        {
            return [];
        }
    }

    async Task<IReadOnlyList<FollowedHubChannel>> FollowedAsync(IEnumerable<Webhook> webhooks, CancellationToken ct)
    {
        var channels = (await hub.AllAsync(ct)).ToDictionary(one => one.Id);
        return
        [
            .. from one in webhooks
               where one is { Type: WebhookType.ChannelFollower, SourceChannel: not null, ChannelId: not null }
               where channels.ContainsKey(one.SourceChannel!.Id)
               select new FollowedHubChannel(one.ChannelId!.Value, channels[one.SourceChannel!.Id], one.Id),
        ];
    }
}

/// <param name="Follower">The channel that follows.</param>
/// <param name="Webhook">What posts the copies; without it, the following ends.</param>
sealed record FollowedHubChannel(Snowflake Follower, HubChannel Channel, Snowflake Webhook);
