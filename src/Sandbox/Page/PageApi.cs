using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What a person at the page sees and writes. The bot is used through <see cref="PersonsInteractions"/>.</summary>
sealed class PageApi(World world, People people)
{
    /// <summary>More than a page scrolls through.</summary>
    const int LatestMessages = 200;

    /// <summary>More guilds than a page lists.</summary>
    const int FirstGuilds = 25;

    public Answer Guilds() => Answer.Ok(new JsonArray([.. world.Places.Guilds.Take(FirstGuilds).Select(GuildJson)]));

    JsonNode GuildJson(Guild guild) => new JsonObject
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["channels"] = Json.ArrayOf(guild.Channels.Concat(guild.Threads)),
        ["roles"] = Json.ArrayOf(guild.Roles),
        ["users"] = people.ToJson(),
        ["bot"] = new JsonObject
        {
            ["id"] = Seed.ApplicationId,
            ["username"] = world.Places.User(Seed.ApplicationId).Text("username"),
            ["global_name"] = world.Places.User(Seed.ApplicationId).Text("global_name"),
            ["online"] = world.Presence.IsOnline,
        },
    };

    public Answer Commands(Call call)
    {
        var user = people.User(call.Query("as"));
        return Answer.Ok(Json.ArrayOf(people.Commands(user, people.Channel(call.Query("channel") ?? "general", user))));
    }

    public Answer Messages(Call call)
    {
        var user = people.User(call.Query("as"));
        var channel = people.Channel(call.Route("channel"), user);
        var seen = world.Messages.In(channel.Text("id")!).Where(message => world.Board.Sees(user, message));
        return Answer.Ok(Json.ArrayOf(seen.TakeLast(LatestMessages).Select(message => message.Json)));
    }

    public Answer Write(Call call)
    {
        var user = people.User(call.Body.Text("as"));
        var channel = people.Channel(call.Route("channel"), user);
        if (channel.Whole("type") == ChannelType.Forum || !world.Places.May(user, channel, Permissions.SendMessages))
            throw new PersonsMistake($"You cannot write in #{channel.Text("name")}.");
        if (ChannelType.IsThread(channel) && Threads.IsLocked(channel) && !world.Places.May(user, channel, Permissions.ManageThreads))
            throw new PersonsMistake($"{channel.Text("name")} is locked.");
        if (call.Body.Text("content") is not { } content || string.IsNullOrWhiteSpace(content))
            throw new PersonsMistake("A message needs content.");
        if (content.Trim().Length > Limits.Content)
            throw new PersonsMistake($"A message may have {Limits.Content} characters; this one has {content.Trim().Length}.");
        var message = world.Board.Post(new MessageDraft
        {
            ChannelId = channel.Text("id")!,
            AuthorId = user,
            Payload = new JsonObject { ["content"] = content },
        });
        return Answer.Ok(message.Json);
    }
}
