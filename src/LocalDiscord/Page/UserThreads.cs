using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A user opens a thread or a forum post.</summary>
sealed class UserThreads(PageUsers users, ChannelDirectory directory, ChannelService channels, MessageService messages, Snowflakes ids)
{
    /// <exception cref="UserErrorException">The user isn't allowed to do that, or something is missing.</exception>
    public ApiResponse Open(ApiRequest request)
    {
        var user = users.User(request.Body.IdOrName("as"));
        var channel = users.Channel(request.Route("channel"), user);
        var isForum = channel.Whole("type") == ChannelType.Forum;
        if (!isForum && channel.Whole("type") is not (ChannelType.Text or ChannelType.Announcement))
            throw new UserErrorException($"#{channel.Text("name")} can't have threads.");
        if (!directory.HasPermission(user, channel, isForum ? Permissions.SendMessages : Permissions.CreatePublicThreads))
            throw new UserErrorException($"You can't open {(isForum ? "posts" : "threads")} in #{channel.Text("name")}.");
        if (string.IsNullOrWhiteSpace(request.Body.Text("name")) || string.IsNullOrWhiteSpace(request.Body.Text("content")))
            throw new UserErrorException("A thread needs a name and content.");
        IdFields.Read(request.Body["applied_tags"], "applied_tags");
        ThreadRules.CheckNew(request.Body);
        return ApiResponse.Ok(Open(user, channel, request.Body));
    }

    JsonObject Open(string user, JsonObject channel, JsonObject asked)
    {
        var id = ids.Next();
        var isAnnouncement = channel.Whole("type") == ChannelType.Announcement;
        var type = isAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        var thread = channels.OpenThread(id, type, channel, user, asked);
        messages.Post(new MessageDraft
        {
            // A forum post and its first message have the same id; any other thread's first message has its own.
            Id = channel.Whole("type") == ChannelType.Forum ? id : null,
            ChannelId = id,
            AuthorId = user,
            Payload = new JsonObject { ["content"] = asked.Text("content") },
        });
        return thread;
    }
}
