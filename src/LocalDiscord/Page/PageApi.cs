using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Commands;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>What a user sees and writes on the page; <see cref="UserInteractions"/> has what they do with the bot.</summary>
sealed class PageApi(
    PageUsers users, ChannelDirectory directory, MessageStore store, MessageService messages, CommandAccess access, BotPresence presence)
{
    /// <summary>More messages than anybody scrolls through.</summary>
    const int LatestMessages = 200;

    /// <summary>More guilds than the page lists.</summary>
    const int FirstGuilds = 25;

    public ApiResponse Guilds() => ApiResponse.Ok(new JsonArray([.. directory.Guilds.Take(FirstGuilds).Select(GuildJson)]));

    JsonNode GuildJson(Guild guild) => new JsonObject
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["channels"] = Json.ArrayOf(guild.Channels.Concat(guild.Threads)),
        ["roles"] = Json.ArrayOf(guild.Roles),
        ["users"] = users.ToJson(),
        ["bot"] = new JsonObject
        {
            ["nick"] = guild.Member(Seed.ApplicationId)!["nick"]?.DeepClone(),
            ["avatar"] = guild.Member(Seed.ApplicationId)!["avatar"]?.DeepClone(),
            ["id"] = Seed.ApplicationId,
            ["username"] = directory.User(Seed.ApplicationId).Text("username"),
            ["global_name"] = directory.User(Seed.ApplicationId).Text("global_name"),
            ["online"] = presence.IsOnline,
        },
    };

    public ApiResponse Commands(ApiRequest request)
    {
        var user = users.User(request.Query("as"));
        return ApiResponse.Ok(Json.ArrayOf(access.CommandsFor(user, users.Channel(request.Query("channel") ?? "general", user))));
    }

    public ApiResponse Messages(ApiRequest request)
    {
        var user = users.User(request.Query("as"));
        var channel = users.Channel(request.Route("channel"), user);
        var seen = store.In(channel.Text("id")!).Where(message => messages.Sees(user, message));
        return ApiResponse.Ok(Json.ArrayOf(seen.TakeLast(LatestMessages).Select(message => message.For(user))));
    }

    public ApiResponse Write(ApiRequest request)
    {
        var user = users.User(request.Body.IdOrName("as"));
        var channel = users.Channel(request.Route("channel"), user);
        if (channel.Whole("type") == ChannelType.Forum || !directory.HasPermission(user, channel, Permissions.SendMessages))
            throw new UserErrorException($"You can't write in #{channel.Text("name")}.");
        if (IsLocked(channel) && !directory.HasPermission(user, channel, Permissions.ManageThreads))
            throw new UserErrorException($"{channel.Text("name")} is locked.");
        if (request.Body.Text("content") is not { } content || string.IsNullOrWhiteSpace(content))
            throw new UserErrorException("A message needs content.");
        if (content.Trim().Length > Limits.Content)
            throw new UserErrorException($"A message can have {Limits.Content} characters, but this one has {content.Trim().Length}.");
        var message = messages.Post(new MessageDraft
        {
            ChannelId = channel.Text("id")!,
            AuthorId = user,
            Payload = new JsonObject { ["content"] = content },
        });
        return ApiResponse.Ok(message.Json);
    }

    static bool IsLocked(JsonObject channel) => ChannelType.IsThread(channel) && Threads.IsLocked(channel);
}
