using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>A person opens a thread or a forum post.</summary>
sealed class PersonsThreads(World world, People people)
{
    /// <exception cref="PersonsMistake">They may not, or something is missing.</exception>
    public Answer Open(Call call)
    {
        var user = people.User(call.Body.Text("as"));
        var channel = people.Channel(call.Route("channel"), user);
        var isForum = channel.Whole("type") == ChannelType.Forum;
        if (!isForum && channel.Whole("type") is not (ChannelType.Text or ChannelType.Announcement))
            throw new PersonsMistake($"#{channel.Text("name")} has no threads.");
        if (!world.Places.May(user, channel, isForum ? Permissions.SendMessages : Permissions.CreatePublicThreads))
            throw new PersonsMistake($"You cannot open anything in #{channel.Text("name")}.");
        if (string.IsNullOrWhiteSpace(call.Body.Text("name")) || string.IsNullOrWhiteSpace(call.Body.Text("content")))
            throw new PersonsMistake("A thread begins with a name and content.");
        ThreadRules.CheckNew(call.Body);
        return Answer.Ok(Open(user, channel, call.Body));
    }

    JsonObject Open(string user, JsonObject channel, JsonObject asked)
    {
        var id = world.Ids.Next();
        var type = channel.Whole("type") == ChannelType.Announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
        var thread = Threads.New(id, type, channel, user, asked, world.Clock.GetUtcNow());
        world.Channels.Open(thread);
        world.Board.Post(new MessageDraft
        {
            // A post and its first message have one id; in another thread the message is one like any other.
            Id = channel.Whole("type") == ChannelType.Forum ? id : null,
            ChannelId = id,
            AuthorId = user,
            Payload = new JsonObject { ["content"] = asked.Text("content") },
        });
        return thread;
    }
}
