using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A user lets one channel follow another.</summary>
sealed class FollowersApi(PageUsers users, ChannelDirectory directory, ChannelFollowers followers)
{
    /// <exception cref="UserErrorException">The user isn't allowed to do that, or the channel isn't an announcement channel.</exception>
    public ApiResponse Follow(ApiRequest request)
    {
        var user = users.User(request.Body.IdOrName("as"));
        var source = users.Channel(request.Route("channel"), user);
        var target = users.Channel(request.Body.IdOrName("channel") ?? "", user);
        if (source.Whole("type") != ChannelType.Announcement)
            throw new UserErrorException($"#{source.Text("name")} isn't an announcement channel, so no channel can follow it.");
        if (!directory.HasPermission(user, target, Permissions.ManageWebhooks))
            throw new UserErrorException($"You need the Manage Webhooks permission in #{target.Text("name")} to let it follow a channel.");
        return ApiResponse.Ok(new JsonObject
        {
            ["channel_id"] = source.Text("id"),
            ["webhook_id"] = followers.Follow(source, target),
        });
    }
}
