using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Publishing in announcement channels, and following them.</summary>
sealed class AnnouncementsApi(Access access, ChannelDirectory directory, MessageService messages, ChannelFollowers followers)
{
    /// <summary>https://discord.com/developers/docs/resources/channel#follow-announcement-channel</summary>
    public ApiResponse FollowAnnouncementChannel(ApiRequest request)
    {
        var source = Announcements(request);
        var asked = request.Body.Text("webhook_channel_id") ?? throw FormErrors.Missing("webhook_channel_id");
        var target = directory.Channel(asked) ?? throw DiscordError.UnknownChannel();
        if (!access.BotHas(target, Permissions.ManageWebhooks))
            throw DiscordError.MissingPermissions();
        return ApiResponse.Ok(new JsonObject
        {
            ["channel_id"] = source.Text("id"),
            ["webhook_id"] = followers.Follow(source, target),
        });
    }

    /// <summary>
    /// The only webhooks are those of channels that follow. https://discord.com/developers/docs/resources/webhook#delete-webhook
    /// </summary>
    public ApiResponse DeleteWebhook(ApiRequest request)
    {
        var target = followers.TargetOf(request.Route("webhook")) ?? throw DiscordError.UnknownWebhook();
        if (!access.BotHas(target, Permissions.ManageWebhooks))
            throw DiscordError.MissingPermissions();
        followers.Unfollow(request.Route("webhook"));
        return ApiResponse.NoContent;
    }

    /// <summary>https://discord.com/developers/docs/resources/message#crosspost-message</summary>
    public ApiResponse CrosspostMessage(ApiRequest request)
    {
        var channel = Announcements(request);
        var message = access.Message(request, channel);
        access.Channel(request, message.AuthorId == Seed.ApplicationId ? Permissions.SendMessages : Permissions.ManageMessages);
        if (message.Has(MessageFlags.Crossposted))
            throw DiscordError.AlreadyCrossposted();
        var published = messages.Crosspost(message);
        followers.Copy(published);
        return ApiResponse.Ok(published.Json);
    }

    JsonObject Announcements(ApiRequest request)
    {
        var channel = access.Channel(request);
        return channel.Whole("type") == ChannelType.Announcement ? channel : throw DiscordError.WrongChannelType();
    }
}
