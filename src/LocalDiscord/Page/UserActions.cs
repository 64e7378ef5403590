using System.Text.Json.Nodes;
using LocalDiscord.Commands;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>Turns what a user does with the bot into an interaction, with the checks of Discord's client.</summary>
sealed class UserActions(
    PageUsers users, ChannelDirectory directory, CommandRegistry commands, CommandAccess access, InteractionStore interactions,
    ComponentActions components, MenuCommands menus, Uploads uploads)
{
    /// <exception cref="UserErrorException">The user can't do that.</exception>
    public PreparedInteraction Prepare(JsonObject action, IReadOnlyList<UploadedFile> files)
    {
        var locale = Locales.Parse(action.Text("locale"));
        var prepared = Act(action, files);
        prepared.Event["locale"] = locale;
        return prepared;
    }

    PreparedInteraction Act(JsonObject action, IReadOnlyList<UploadedFile> files)
    {
        var user = users.User(action.IdOrName("as"));
        var channel = users.Channel(action.IdOrName("channel") ?? "general", user);
        if (!TakesCommands(channel, user))
            throw new UserErrorException($"You can't use commands in #{channel.Text("name")}.");
        if (action.Text("command") is { } command)
        {
            var sent = SentFiles.Keep(files, channel.Text("id")!, uploads);
            return Prepare(InteractionType.Command, user, channel, Parser(user, channel, command, sent).Parse(command), sent);
        }

        if (action.Text("suggest") is { } unfinished)
            return Prepare(InteractionType.Autocomplete, user, channel, Parser(user, channel, unfinished).ParseUnfinished(unfinished));
        if (action.Object("press") is { } press)
            return components.Press(user, press);
        if (action.Object("select") is { } select)
            return components.Select(user, select);
        if (action.Object("submit") is { } submit)
            return components.Submit(user, submit, channelId => SentFiles.Keep(files, channelId, uploads));
        if (action.Object("menu") is { } menu)
            return menus.Prepare(user, channel, menu);
        throw new UserErrorException("Specify an action: command, suggest, press, select, submit or menu.");
    }

    bool TakesCommands(JsonObject channel, string user) =>
        channel.Whole("type") is not (ChannelType.Category or ChannelType.Forum)
        && directory.HasPermission(user, channel, Permissions.UseApplicationCommands);

    /// <exception cref="UserErrorException">The user has no permission to use the command.</exception>
    CommandLineParser Parser(string user, JsonObject channel, string text, SentFiles? files = null)
    {
        var name = text.Trim().TrimStart('/').Split(' ')[0];
        if (commands.In(channel).FirstOrDefault(command => command.Text("name") == name) is { } command
            && access.MissingPermissions(user, channel, command) is > 0 and var missing)
            throw new UserErrorException($"You need {Permissions.Describe(missing)} to use /{name}.");
        var mentions = new GuildMentions(directory.GuildOf(channel) ?? directory.Home, files?.Ids);
        return new CommandLineParser(access.CommandsFor(user, channel), mentions);
    }

    PreparedInteraction Prepare(int type, string user, JsonObject channel, ParsedCommand parsed, SentFiles? files = null)
    {
        var data = new JsonObject
        {
            ["id"] = parsed.Command.Text("id"),
            ["name"] = parsed.Command.Text("name"),
            ["type"] = parsed.Command.Whole("type"),
        };
        if (parsed.Options() is { Count: > 0 } options)
            data["options"] = options;
        if (parsed.Command.Text("guild_id") is { } guild)
            data["guild_id"] = guild;
        if (InteractionJson.Resolved(parsed.Mentioned, user, channel, directory) is { } resolved)
            data["resolved"] = resolved;
        files?.Resolve(data);
        var interaction = interactions.Open(type, user, channel.Text("id")!, parsed.FullName);
        return new(interaction, InteractionJson.For(interaction, data, message: null, directory));
    }
}
