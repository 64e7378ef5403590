using LocalDiscord.Api;
using LocalDiscord.Gateway;
using LocalDiscord.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace LocalDiscord;

/// <summary>Everything that a bot can call, by area of Discord's documentation.</summary>
static class Routes
{
    public static void Map(IEndpointRouteBuilder app, Services services, CancellationToken stopping)
    {
        var api = new ApiEndpoint(app, services.Gate, services.Limiter, services.Faults, services.Calls, services.Clock);
        MapGateway(app, api, services, stopping);
        MapSelf(api, services);
        MapCommands(api, services);
        MapGuilds(api, services);
        MapGuildLists(api, services);
        MapChannels(api, services);
        MapThreads(api, services);
        MapMessages(api, services);
        MapPinsAndReactions(api, services);
        MapInteractions(api, services);
        api.MapUnknown();
    }

    static void MapGateway(IEndpointRouteBuilder app, ApiEndpoint api, Services services, CancellationToken stopping)
    {
        var hub = services.Gateway;
        var ready = new ReadyEvents(services.Directory, services.Channels, hub.Privileged);
        var members = new GuildMembersRequests(services.Directory);
        var endpoint = new GatewayEndpoint(services.Gate, hub, ready, members, services.Address, services.Clock, stopping);
        var gateway = new GatewayApi(services.Address, services.Options.Shards, services.Options.MaxConcurrency, () => hub.Identified);

        app.MapGet(GatewayEndpoint.Path, endpoint.AcceptAsync);
        api.MapOpen("GET", "/gateway", Bucket.Gateway, gateway.GetGateway);
        api.Map("GET", "/gateway/bot", Bucket.Gateway, gateway.GetGatewayBot);
    }

    static void MapSelf(ApiEndpoint api, Services services)
    {
        var self = new SelfApi(services.Gate, services.Directory, services.Endpoint, () => services.Gateway.Privileged.Flags);
        var users = new UsersApi(
            services.Directory, services.DirectMessages, services.Avatars, services.Changes, services.Events);

        api.Map("GET", "/users/@me", Bucket.Self, _ => users.GetCurrentUser());
        api.Map("PATCH", "/users/@me", Bucket.Self, users.ModifyCurrentUser);
        api.Map("GET", "/users/@me/guilds", Bucket.Self, self.GetCurrentUserGuilds);
        api.Map("POST", "/users/@me/channels", Bucket.DirectMessage, users.CreateDm);
        api.Map("GET", "/users/{user}", Bucket.User, users.GetUser);
        api.Map("GET", "/applications/@me", Bucket.Self, _ => self.GetCurrentApplication());
        api.MapAsync("PATCH", "/applications/@me", Bucket.Self, self.EditCurrentApplicationAsync);
        api.Map("GET", "/oauth2/applications/@me", Bucket.Self, _ => self.GetCurrentApplication());
    }

    static void MapCommands(ApiEndpoint api, Services services)
    {
        const string application = "/applications/{application}";
        const string guild = application + "/guilds/{guild}";
        var commands = new CommandsApi(services.Access, services.Commands, services.CommandPermissions, services.Events);

        foreach (var scope in new[] { application, guild })
        {
            api.Map("GET", scope + "/commands", Bucket.Commands, commands.GetApplicationCommands);
            api.Map("POST", scope + "/commands", Bucket.Commands, commands.CreateApplicationCommand);
            api.Map("PUT", scope + "/commands", Bucket.Commands, commands.BulkOverwriteApplicationCommands);
            api.Map("GET", scope + "/commands/{command}", Bucket.Commands, commands.GetApplicationCommand);
            api.Map("PATCH", scope + "/commands/{command}", Bucket.Commands, commands.EditApplicationCommand);
            api.Map("DELETE", scope + "/commands/{command}", Bucket.Commands, commands.DeleteApplicationCommand);
        }

        api.Map("GET", guild + "/commands/permissions", Bucket.Commands, commands.GetGuildApplicationCommandPermissions);
        api.Map("GET", guild + "/commands/{command}/permissions", Bucket.Commands, commands.GetApplicationCommandPermissions);
    }

    static void MapGuilds(ApiEndpoint api, Services services)
    {
        var guilds = new GuildsApi(services.Access, services.Channels, services.Ids);
        var members = new MembersApi(
            services.Access, services.Avatars, services.Changes, services.Events, () => services.Gateway.Privileged.Granted);

        api.Map("GET", "/guilds/{guild}", Bucket.Guild, guilds.GetGuild);
        api.Map("GET", "/guilds/{guild}/channels", Bucket.Guild, guilds.GetGuildChannels);
        api.Map("POST", "/guilds/{guild}/channels", Bucket.Guild, guilds.CreateGuildChannel);
        api.Map("GET", "/guilds/{guild}/roles", Bucket.Guild, guilds.GetGuildRoles);
        api.Map("GET", "/guilds/{guild}/roles/{role}", Bucket.Guild, guilds.GetGuildRole);
        api.Map("GET", "/guilds/{guild}/members", Bucket.Guild, members.ListGuildMembers);
        api.Map("GET", "/guilds/{guild}/members/search", Bucket.Guild, members.SearchGuildMembers);
        api.Map("GET", "/guilds/{guild}/members/{user}", Bucket.Guild, members.GetGuildMember);
        api.Map("PATCH", "/guilds/{guild}/members/@me", Bucket.Guild, members.ModifyCurrentMember);
    }

    static void MapGuildLists(ApiEndpoint api, Services services)
    {
        var lists = new GuildListsApi(services.Access, services.Followers);

        api.Map("GET", "/guilds/{guild}/emojis", Bucket.Guild, lists.ListGuildEmojis);
        api.Map("GET", "/guilds/{guild}/stickers", Bucket.Guild, lists.ListGuildStickers);
        api.Map("GET", "/applications/{application}/emojis", Bucket.Self, GuildListsApi.ListApplicationEmojis);
        api.Map("GET", "/guilds/{guild}/webhooks", Bucket.Guild, lists.GetGuildWebhooks);
        api.Map("GET", "/channels/{channel}/webhooks", Bucket.Channel, lists.GetChannelWebhooks);
        api.Map("GET", "/guilds/{guild}/invites", Bucket.Guild, lists.GetGuildInvites);
        api.Map("GET", "/channels/{channel}/invites", Bucket.Channel, lists.GetChannelInvites);
        api.Map("GET", "/guilds/{guild}/audit-logs", Bucket.Guild, lists.GetGuildAuditLog);
    }

    static void MapChannels(ApiEndpoint api, Services services)
    {
        var channels = new ChannelsApi(services.Access, services.Directory, services.Channels, services.Ids, services.Clock);
        var overwrites = new OverwritesApi(services.Access, services.Directory, services.Channels);
        var announcements = new AnnouncementsApi(services.Access, services.Directory, services.Messages, services.Followers);

        api.Map("GET", "/channels/{channel}", Bucket.Channel, channels.GetChannel);
        api.Map("PATCH", "/channels/{channel}", Bucket.Channel, channels.ModifyChannel);
        api.Map("DELETE", "/channels/{channel}", Bucket.Channel, channels.DeleteChannel);
        api.Map("PUT", "/channels/{channel}/permissions/{overwrite}", Bucket.Channel, overwrites.EditChannelPermissions);
        api.Map("DELETE", "/channels/{channel}/permissions/{overwrite}", Bucket.Channel, overwrites.DeleteChannelPermission);
        api.Map("POST", "/channels/{channel}/followers", Bucket.Channel, announcements.FollowAnnouncementChannel);
        api.Map("DELETE", "/webhooks/{webhook}", Bucket.Channel, announcements.DeleteWebhook);
        api.Map("POST", "/channels/{channel}/messages/{message}/crosspost", Bucket.Crosspost, announcements.CrosspostMessage);
    }

    static void MapThreads(ApiEndpoint api, Services services)
    {
        const string archived = "/channels/{channel}/threads/archived";
        const string joined = "/channels/{channel}/users/@me/threads/archived/private";
        var threads = new ThreadsApi(
            services.Access, services.Directory, services.Channels, services.ThreadMembers, services.Messages, services.Uploads,
            services.Ids);
        var lists = new ThreadListsApi(services.Access, services.Directory, services.Channels);

        api.Map("POST", "/channels/{channel}/threads", Bucket.Thread, threads.StartThread);
        api.Map("POST", "/channels/{channel}/messages/{message}/threads", Bucket.Thread, threads.StartThreadFromMessage);
        api.Map("PUT", "/channels/{channel}/thread-members/{user}", Bucket.Thread, threads.JoinThread);
        api.Map("DELETE", "/channels/{channel}/thread-members/{user}", Bucket.Thread, threads.LeaveThread);
        api.Map("GET", "/guilds/{guild}/threads/active", Bucket.Guild, lists.ListActiveGuildThreads);
        api.Map("GET", archived + "/public", Bucket.Thread, lists.ListPublicArchivedThreads);
        api.Map("GET", archived + "/private", Bucket.Thread, lists.ListPrivateArchivedThreads);
        api.Map("GET", joined, Bucket.Thread, lists.ListJoinedPrivateArchivedThreads);
    }

    static void MapMessages(ApiEndpoint api, Services services)
    {
        const string list = "/channels/{channel}/messages";
        var created = new NewMessagesApi(
            services.Access, services.Directory, services.DirectMessages, services.Store, services.Messages, services.Uploads,
            services.Clock, services.Options.EnforceNonces, () => services.Gateway.Privileged.Granted);
        var messages = new MessagesApi(
            services.Access, services.Store, services.Messages, services.Followers, services.Uploads,
            new Typing(services.Directory, services.Events, services.Clock), services.Limiter, services.Clock);

        api.Map("POST", list, Bucket.CreateMessage, created.CreateMessage);
        api.Map("GET", list, Bucket.ReadMessages, messages.GetChannelMessages);
        api.Map("GET", list + "/{message}", Bucket.ReadMessages, messages.GetChannelMessage);
        api.Map("PATCH", list + "/{message}", Bucket.EditMessage, messages.EditMessage);
        api.Map("DELETE", list + "/{message}", Bucket.DeleteMessage, messages.DeleteMessage);
        api.Map("POST", list + "/bulk-delete", Bucket.DeleteMessage, messages.BulkDeleteMessages);
        api.Map("POST", "/channels/{channel}/typing", Bucket.Channel, messages.TriggerTypingIndicator);
    }

    static void MapPinsAndReactions(ApiEndpoint api, Services services)
    {
        // Deprecated, but documented, and all that older clients know.
        const string oldPins = "/channels/{channel}/pins";
        const string reactionList = "/channels/{channel}/messages/{message}/reactions";
        const string reaction = reactionList + "/{emoji}";
        var pins = new PinsApi(services.Access, services.Store, services.Messages, services.Events, services.Clock);
        var reactions = new ReactionsApi(services.Access, services.Directory, services.Reactions);

        api.Map("GET", "/channels/{channel}/messages/pins", Bucket.Pin, pins.GetChannelPins);
        api.Map("PUT", "/channels/{channel}/messages/pins/{message}", Bucket.Pin, pins.PinMessage);
        api.Map("DELETE", "/channels/{channel}/messages/pins/{message}", Bucket.Pin, pins.UnpinMessage);
        api.Map("GET", oldPins, Bucket.Pin, pins.GetPinnedMessages);
        api.Map("PUT", oldPins + "/{message}", Bucket.Pin, pins.PinMessage);
        api.Map("DELETE", oldPins + "/{message}", Bucket.Pin, pins.UnpinMessage);
        api.Map("GET", reaction, Bucket.Reaction, reactions.GetReactions);
        api.Map("PUT", reaction + "/@me", Bucket.Reaction, reactions.CreateReaction);
        api.Map("DELETE", reaction + "/@me", Bucket.Reaction, reactions.DeleteOwnReaction);
        api.Map("DELETE", reaction + "/{user}", Bucket.Reaction, reactions.DeleteUserReaction);
        api.Map("DELETE", reaction, Bucket.Reaction, reactions.DeleteAllReactionsForEmoji);
        api.Map("DELETE", reactionList, Bucket.Reaction, reactions.DeleteAllReactions);
    }

    static void MapInteractions(ApiEndpoint api, Services services)
    {
        const string webhook = "/webhooks/{application}/{token}";
        const string message = webhook + "/messages/{message}";
        var interactions = new InteractionsApi(services.Interactions, services.Callbacks);
        var followUps = new FollowUpsApi(
            services.Interactions, services.Store, services.Messages, services.Answers, services.Uploads);

        api.MapOpen("POST", "/interactions/{interaction}/{token}/callback", Bucket.Callback, interactions.CreateInteractionResponse);
        api.MapOpen("POST", webhook, Bucket.Webhook, followUps.CreateFollowupMessage);
        api.MapOpen("GET", message, Bucket.Webhook, followUps.GetInteractionMessage);
        api.MapOpen("PATCH", message, Bucket.Webhook, followUps.EditInteractionMessage);
        api.MapOpen("DELETE", message, Bucket.Webhook, followUps.DeleteInteractionMessage);
    }
}
