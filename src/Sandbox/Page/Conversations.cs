using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>A person's direct messages with the bot, and channels that they let follow another.</summary>
sealed class Conversations(World world, People people)
{
    public Answer All(Call call) =>
        Answer.Ok(Json.ArrayOf(world.Places.DirectMessages(people.User(call.Query("as"))) is { } conversation ? [conversation] : []));

    public Answer Open(Call call)
    {
        var user = people.User(call.Body.Text("as"));
        if (call.Body["accept"].AsBoolean(out var accepts))
            Accept(user, accepts);
        return Answer.Ok(DirectMessages.With(user, world));
    }

    /// <exception cref="PersonsMistake">They may not set up webhooks there, or it is no channel for announcements.</exception>
    public Answer Follow(Call call)
    {
        var user = people.User(call.Body.Text("as"));
        var source = people.Channel(call.Route("channel"), user);
        var target = people.Channel(call.Body.Text("channel") ?? "", user);
        if (source.Whole("type") != ChannelType.Announcement)
            throw new PersonsMistake($"#{source.Text("name")} has no announcements to follow.");
        if (!world.Places.May(user, target, Permissions.ManageWebhooks))
            throw new PersonsMistake($"To let #{target.Text("name")} follow is for those who have Manage Webhooks.");
        return Answer.Ok(new JsonObject { ["channel_id"] = source.Text("id"), ["webhook_id"] = world.Followers.Follow(source, target) });
    }

    void Accept(string user, bool accepts)
    {
        if (accepts)
            world.Places.Refusing.Remove(user);
        else
            world.Places.Refusing.Add(user);
    }
}
