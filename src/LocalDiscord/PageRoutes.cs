using LocalDiscord.Api;
using LocalDiscord.Interactions;
using LocalDiscord.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace LocalDiscord;

/// <summary>The page's files, and everything that the page can call.</summary>
static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder app, Services services, CancellationToken stopping)
    {
        var page = new PageEndpoint(app, services.Gate);
        var users = new PageUsers(services.Directory, services.Store, services.Messages);
        MapGuilds(page, services, users);
        MapInteractions(page, services, users);
        MapFaultsAndEvents(page, services, users, stopping);

        app.MapGet(AttachmentFiles.Route, new AttachmentFiles(services.Attachments).SendAsync);
        app.MapGet(AvatarFiles.Route, new AvatarFiles(services.Avatars).SendAsync);
        app.MapGet("/{**path}", new Assets().SendAsync);
    }

    static void MapGuilds(PageEndpoint page, Services services, PageUsers users)
    {
        var api = new PageApi(
            users, services.Directory, services.Store, services.Messages, services.CommandAccess, services.Presence);
        var threads = new UserThreads(users, services.Directory, services.Channels, services.Messages, services.Ids);
        var reactions = new UserReactions(users, services.Directory, services.Reactions);
        var followers = new FollowersApi(users, services.Directory, services.Followers);
        var direct = new DirectMessagesApi(users, services.Directory, services.DirectMessages);

        page.Map("GET", "/guilds", _ => api.Guilds());
        page.Map("GET", "/channels/{channel}/messages", api.Messages);
        page.Map("POST", "/channels/{channel}/messages", api.Write);
        page.Map("POST", "/channels/{channel}/threads", threads.Open);
        page.Map("POST", "/channels/{channel}/followers", followers.Follow);
        page.Map("POST", "/reactions", reactions.Set);
        page.Map("GET", "/direct-messages", direct.List);
        page.Map("POST", "/direct-messages", direct.Open);
        page.Map("GET", "/commands", api.Commands);
    }

    static void MapInteractions(PageEndpoint page, Services services, PageUsers users)
    {
        var (directory, store, interactions) = (services.Directory, services.Store, services.Interactions);
        var components = new ComponentActions(users, directory, store, interactions);
        var menus = new MenuCommands(users, directory, services.CommandAccess, interactions);
        var actions = new UserActions(
            users, directory, services.Commands, services.CommandAccess, interactions, components, menus, services.Uploads);
        var dispatcher = new InteractionDispatcher(
            services.Gate, interactions, services.Endpoint, services.Callbacks, services.Events);
        var use = new UserInteractions(
            services.Gate, actions, dispatcher, interactions, services.Endpoint, services.Gateway, store, services.Clock);
        var permissions = new CommandPermissionsApi(
            users, directory, services.Commands, services.CommandPermissions, services.Events);

        page.MapAsync("POST", "/interactions", use.UseAsync);
        page.Map("PUT", "/command-permissions", permissions.Put);
    }

    static void MapFaultsAndEvents(PageEndpoint page, Services services, PageUsers users, CancellationToken stopping)
    {
        var channels = new ChannelFaults(services.Directory, services.Channels);
        var roles = new RoleFaults(services.Directory, services.Changes, services.ThreadLists, services.Events);
        var faults = new FaultsApi(services.Gateway, services.Faults, channels, roles);
        var events = new EventStream(services.Gate, users, services.PageEvents, services.Presence, services.Clock, stopping);

        page.Map("GET", "/faults", _ => faults.Pending());
        page.Map("POST", "/faults", faults.Cause);
        page.Map("GET", "/rate-limits", _ => ApiResponse.Ok(services.Limiter.ToJson()));
        page.Map("GET", "/calls", _ => ApiResponse.Ok(services.Calls.ToJson()));
        page.MapStream("GET", "/events", events.SendAsync);
    }
}
