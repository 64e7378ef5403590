using System.Text.Json.Nodes;
using Sandbox.Rules;
using Sandbox.Wire;

namespace Sandbox.Api;

/// <summary>
/// Global commands and, where the route names a guild, the guild's.
/// https://discord.com/developers/docs/interactions/application-commands#endpoints
/// </summary>
sealed class CommandsApi(World world)
{
    public Answer GetApplicationCommands(Call call) => Answer.Ok(Json.ArrayOf(world.Commands.In(Scope(call))));

    public Answer GetApplicationCommand(Call call) => Answer.Ok(Command(call, Scope(call)));

    public Answer CreateApplicationCommand(Call call)
    {
        var scope = Scope(call);
        CommandRules.CheckOne(call.Body);
        var (command, isNew) = world.Commands.Put(scope, call.Body);
        PublishCommands();
        return isNew ? Answer.Created(command) : Answer.Ok(command);
    }

    public Answer BulkOverwriteApplicationCommands(Call call)
    {
        var scope = Scope(call);
        CommandRules.CheckAll(call.BodyList);
        if (world.Commands.Overwrite(scope, call.BodyList))
            PublishCommands();
        return Answer.Ok(Json.ArrayOf(world.Commands.In(scope)));
    }

    public Answer EditApplicationCommand(Call call)
    {
        var scope = Scope(call);
        var command = Command(call, scope);
        var edited = command.Copy();
        foreach (var (name, value) in call.Body)
            edited[name] = value?.DeepClone();
        CommandRules.CheckOne(edited);
        var answer = world.Commands.Edit(scope, command, edited);
        PublishCommands();
        return Answer.Ok(answer);
    }

    public Answer GetGuildApplicationCommandPermissions(Call call) => Answer.Ok(Json.ArrayOf(world.CommandPermissions.In(Scope(call)!)));

    public Answer GetApplicationCommandPermissions(Call call) =>
        Answer.Ok(world.CommandPermissions.In(Scope(call)!, call.Route("command")) ?? throw DiscordError.UnknownPermissions());

    public Answer DeleteApplicationCommand(Call call)
    {
        var scope = Scope(call);
        world.Commands.Remove(scope, Command(call, scope));
        PublishCommands();
        return Answer.NoContent;
    }

    JsonObject Command(Call call, string? scope) => world.Commands.Find(scope, call.Route("command")) ?? throw DiscordError.UnknownCommand();

    string? Scope(Call call)
    {
        Access.CheckApplication(call);
        return call.Names("guild") ? Access.Guild(call, world).Id : null;
    }

    void PublishCommands() => world.Page.Publish("commands", new JsonObject(), _ => true);
}
