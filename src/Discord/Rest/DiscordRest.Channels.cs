using Discord.Models;

namespace Discord.Rest;

/// <content>Channels, and the guilds they belong to.</content>
public sealed partial class DiscordRest
{
    /// <summary>A channel or thread. See https://discord.com/developers/docs/resources/channel#get-channel.</summary>
    public Task<Channel> GetChannelAsync(Snowflake channelId, CancellationToken ct) =>
        SendAsync(Route.Get($"/channels/{channelId}"), Json.Channel, ct);

    /// <summary>
    /// Makes another channel receive what is published in an announcement channel. Requires Manage Webhooks in the channel that follows.
    /// See https://discord.com/developers/docs/resources/channel#follow-announcement-channel.
    /// </summary>
    /// <param name="channelId">The announcement channel.</param>
    /// <param name="webhookChannelId">The channel that follows.</param>
    public Task<FollowedChannel> FollowAnnouncementChannelAsync(Snowflake channelId, Snowflake webhookChannelId, CancellationToken ct) =>
        SendAsync(
            Route.Post($"/channels/{channelId}/followers"),
            new(webhookChannelId), Json.FollowAnnouncementChannel, Json.FollowedChannel, ct);

    /// <summary>
    /// The webhooks of a channel; one for each announcement channel that it follows. Requires Manage Webhooks.
    /// See https://discord.com/developers/docs/resources/webhook#get-channel-webhooks.
    /// </summary>
    public Task<IReadOnlyList<Webhook>> GetChannelWebhooksAsync(Snowflake channelId, CancellationToken ct) =>
        SendAsync(Route.Get($"/channels/{channelId}/webhooks"), Json.IReadOnlyListWebhook, ct);

    /// <summary>
    /// The webhooks of all channels of a guild. Requires Manage Webhooks.
    /// See https://discord.com/developers/docs/resources/webhook#get-guild-webhooks.
    /// </summary>
    public Task<IReadOnlyList<Webhook>> GetGuildWebhooksAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/webhooks"), Json.IReadOnlyListWebhook, ct);

    /// <summary>
    /// Ends what the webhook does, such as following. Requires Manage Webhooks.
    /// See https://discord.com/developers/docs/resources/webhook#delete-webhook.
    /// </summary>
    public Task DeleteWebhookAsync(Snowflake webhookId, CancellationToken ct) =>
        SendAsync(Route.Delete($"/webhooks/{webhookId}") with { AlreadyDoneError = DiscordError.UnknownWebhook }, body: null, ct);

    /// <summary>
    /// The direct message channel with a user, created if necessary. Whether the user accepts messages only shows when one is sent.
    /// See https://discord.com/developers/docs/resources/user#create-dm.
    /// </summary>
    public Task<Channel> CreateDMAsync(Snowflake recipientId, CancellationToken ct) =>
        SendAsync(Route.Post($"/users/@me/channels") with { CanRetry = true }, new(recipientId), Json.CreateDM, Json.Channel, ct);

    /// <summary>
    /// The guild with its roles, without its channels.
    /// See https://discord.com/developers/docs/resources/guild#get-guild.
    /// </summary>
    public Task<Guild> GetGuildAsync(Snowflake guildId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}"), Json.Guild, ct);

    /// <summary>A member, such as the bot itself. See https://discord.com/developers/docs/resources/guild#get-guild-member.</summary>
    public Task<Member> GetGuildMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken ct) =>
        SendAsync(Route.Get($"/guilds/{guildId}/members/{userId}"), Json.Member, ct);

    /// <summary>
    /// Gives the bot a name and a picture in one guild.
    /// See https://discord.com/developers/docs/resources/guild#modify-current-member.
    /// </summary>
    public Task<Member> ModifyCurrentMemberAsync(Snowflake guildId, ModifyCurrentMember change, CancellationToken ct) =>
        SendAsync(Route.Patch($"/guilds/{guildId}/members/@me"), change, Json.ModifyCurrentMember, Json.Member, ct);
}
