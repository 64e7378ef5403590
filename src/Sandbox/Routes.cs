using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Sandbox.Api;
using Sandbox.Gateway;
using Sandbox.Interactions;
using Sandbox.Page;

namespace Sandbox;

/// <summary>Everything that can be asked of this server.</summary>
static class Routes
{
    public static void MapDiscord(IEndpointRouteBuilder app, World world, RateLimiter limiter, CancellationToken stopping)
    {
        var uploads = new Uploads(world);
        var gateway = new GatewayApi(world);
        var self = new SelfApi(world);
        var commands = new CommandsApi(world);
        var users = new UsersApi(world);
        var guilds = new GuildsApi(world);
        var channels = new ChannelsApi(world);
        var overwrites = new OverwritesApi(world);
        var threads = new ThreadsApi(world, uploads);
        var threadLists = new ThreadListsApi(world);
        var messages = new MessagesApi(world, uploads);
        var pins = new PinsApi(world);
        var reactions = new ReactionsApi(world);
        var answers = new InteractionMessages(world);
        var interactions = new InteractionsApi(world, new Callbacks(world, answers, uploads));
        var followUps = new FollowUpsApi(world, answers, uploads);

        app.MapGet(GatewayEndpoint.Path, new GatewayEndpoint(world, stopping).AcceptAsync);

        var api = new ApiEndpoint(app, world, limiter);
        api.MapOpen("GET", "/gateway", Bucket.Gateway, _ => gateway.GetGateway());
        api.Map("GET", "/gateway/bot", Bucket.Gateway, _ => gateway.GetGatewayBot());
        api.Map("GET", "/users/@me", Bucket.Self, _ => self.GetCurrentUser());
        api.Map("GET", "/users/@me/guilds", Bucket.Self, _ => self.GetCurrentUserGuilds());
        api.Map("GET", "/users/{user}", Bucket.User, users.GetUser);
        api.Map("GET", "/applications/@me", Bucket.Self, _ => self.GetCurrentApplication());
        api.MapLong("PATCH", "/applications/@me", Bucket.Self, self.EditCurrentApplicationAsync);
        api.Map("GET", "/oauth2/applications/@me", Bucket.Self, _ => self.GetCurrentApplication());

        foreach (var scope in new[] { "/applications/{application}", "/applications/{application}/guilds/{guild}" })
        {
            api.Map("GET", scope + "/commands", Bucket.Commands, commands.GetApplicationCommands);
            api.Map("POST", scope + "/commands", Bucket.Commands, commands.CreateApplicationCommand);
            api.Map("PUT", scope + "/commands", Bucket.Commands, commands.BulkOverwriteApplicationCommands);
            api.Map("GET", scope + "/commands/{command}", Bucket.Commands, commands.GetApplicationCommand);
            api.Map("PATCH", scope + "/commands/{command}", Bucket.Commands, commands.EditApplicationCommand);
            api.Map("DELETE", scope + "/commands/{command}", Bucket.Commands, commands.DeleteApplicationCommand);
        }

        api.Map("GET", "/applications/{application}/guilds/{guild}/commands/permissions", Bucket.Commands, commands.GetGuildApplicationCommandPermissions);
        api.Map("GET", "/applications/{application}/guilds/{guild}/commands/{command}/permissions", Bucket.Commands, commands.GetApplicationCommandPermissions);

        api.Map("GET", "/guilds/{guild}", Bucket.Guild, guilds.GetGuild);
        api.Map("GET", "/guilds/{guild}/channels", Bucket.Guild, guilds.GetGuildChannels);
        api.Map("POST", "/guilds/{guild}/channels", Bucket.Guild, guilds.CreateGuildChannel);
        api.Map("GET", "/guilds/{guild}/roles", Bucket.Guild, guilds.GetGuildRoles);
        api.Map("GET", "/guilds/{guild}/members/{user}", Bucket.Guild, guilds.GetGuildMember);
        api.Map("GET", "/guilds/{guild}/threads/active", Bucket.Guild, threadLists.ListActiveGuildThreads);

        api.Map("GET", "/channels/{channel}", Bucket.Channel, channels.GetChannel);
        api.Map("PATCH", "/channels/{channel}", Bucket.Channel, channels.ModifyChannel);
        api.Map("DELETE", "/channels/{channel}", Bucket.Channel, channels.DeleteChannel);
        api.Map("PUT", "/channels/{channel}/permissions/{overwrite}", Bucket.Channel, overwrites.EditChannelPermissions);
        api.Map("DELETE", "/channels/{channel}/permissions/{overwrite}", Bucket.Channel, overwrites.DeleteChannelPermission);
        api.Map("POST", "/channels/{channel}/followers", Bucket.Channel, channels.FollowAnnouncementChannel);
        api.Map("POST", "/users/@me/channels", Bucket.DirectMessage, channels.CreateDm);
        api.Map("POST", "/channels/{channel}/threads", Bucket.Thread, threads.StartThread);
        api.Map("POST", "/channels/{channel}/messages/{message}/threads", Bucket.Thread, threads.StartThreadFromMessage);
        api.Map("PUT", "/channels/{channel}/thread-members/{user}", Bucket.Thread, threads.JoinThread);
        api.Map("DELETE", "/channels/{channel}/thread-members/{user}", Bucket.Thread, threads.LeaveThread);
        api.Map("GET", "/channels/{channel}/threads/archived/public", Bucket.Thread, threadLists.ListPublicArchivedThreads);
        api.Map("GET", "/channels/{channel}/threads/archived/private", Bucket.Thread, threadLists.ListPrivateArchivedThreads);
        api.Map("GET", "/channels/{channel}/users/@me/threads/archived/private", Bucket.Thread, threadLists.ListJoinedPrivateArchivedThreads);

        api.Map("GET", "/channels/{channel}/messages", Bucket.ReadMessages, messages.GetChannelMessages);
        api.Map("POST", "/channels/{channel}/messages", Bucket.CreateMessage, messages.CreateMessage);
        api.Map("GET", "/channels/{channel}/messages/{message}", Bucket.ReadMessages, messages.GetChannelMessage);
        api.Map("PATCH", "/channels/{channel}/messages/{message}", Bucket.EditMessage, messages.EditMessage);
        api.Map("DELETE", "/channels/{channel}/messages/{message}", Bucket.DeleteMessage, messages.DeleteMessage);
        api.Map("POST", "/channels/{channel}/messages/{message}/crosspost", Bucket.Crosspost, messages.CrosspostMessage);

        api.Map("POST", "/channels/{channel}/messages/bulk-delete", Bucket.DeleteMessage, messages.BulkDeleteMessages);
        api.Map("POST", "/channels/{channel}/typing", Bucket.Channel, messages.TriggerTypingIndicator);
        api.Map("GET", "/channels/{channel}/messages/pins", Bucket.Pin, pins.GetChannelPins);
        api.Map("PUT", "/channels/{channel}/messages/pins/{message}", Bucket.Pin, pins.PinMessage);
        api.Map("DELETE", "/channels/{channel}/messages/pins/{message}", Bucket.Pin, pins.UnpinMessage);
        api.Map("PUT", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", Bucket.Reaction, reactions.CreateReaction);
        api.Map("DELETE", "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", Bucket.Reaction, reactions.DeleteOwnReaction);

        api.MapOpen("POST", "/interactions/{interaction}/{token}/callback", Bucket.Callback, interactions.CreateInteractionResponse);
        api.MapOpen("POST", "/webhooks/{application}/{token}", Bucket.Webhook, followUps.CreateFollowupMessage);
        api.MapOpen("GET", "/webhooks/{application}/{token}/messages/{message}", Bucket.Webhook, followUps.GetInteractionMessage);
        api.MapOpen("PATCH", "/webhooks/{application}/{token}/messages/{message}", Bucket.Webhook, followUps.EditInteractionMessage);
        api.MapOpen("DELETE", "/webhooks/{application}/{token}/messages/{message}", Bucket.Webhook, followUps.DeleteInteractionMessage);
        api.MapUnknown();
    }

    public static void MapPage(IEndpointRouteBuilder app, World world, CancellationToken stopping)
    {
        var people = new People(world);
        var seen = new PageApi(world, people);
        var callbacks = new Callbacks(world, new InteractionMessages(world), new Uploads(world));
        var interactions = new PersonsInteractions(world, new PersonsActions(world, people), new Dispatch(world, callbacks));
        var conversations = new Conversations(world, people);
        var faults = new FaultsApi(world);

        var page = new PageEndpoint(app, world);
        page.Map("GET", "/guilds", _ => seen.Guilds());
        page.Map("GET", "/commands", seen.Commands);
        page.Map("GET", "/channels/{channel}/messages", seen.Messages);
        page.Map("POST", "/channels/{channel}/messages", seen.Write);
        page.MapLong("POST", "/interactions", interactions.UseAsync);
        page.Map("POST", "/channels/{channel}/threads", new PersonsThreads(world, people).Open);
        page.Map("PUT", "/command-permissions", new CommandRights(world, people).Put);
        page.Map("POST", "/channels/{channel}/followers", conversations.Follow);
        page.Map("GET", "/direct-messages", conversations.All);
        page.Map("POST", "/direct-messages", conversations.Open);
        page.Map("GET", "/calls", _ => Answer.Ok(world.Calls.ToJson()));
        page.Map("GET", "/faults", _ => faults.Waiting());
        page.Map("POST", "/faults", faults.Cause);
        page.MapStream("GET", "/events", new EventStream(world, people, stopping).SendAsync);

        app.MapGet(AttachmentFiles.Route, new AttachmentFiles(world).SendAsync);
        app.MapGet("/{**path}", new Assets().SendAsync);
    }
}
