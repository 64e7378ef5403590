using System.Text.Json.Nodes;
using LocalDiscord.Commands;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>
/// Global commands, or a guild's where the route names one.
/// https://discord.com/developers/docs/interactions/application-commands#endpoints
/// </summary>
sealed class CommandsApi(Access access, CommandRegistry commands, CommandPermissions permissions, EventBus events)
{
    public ApiResponse GetApplicationCommands(ApiRequest request) => ApiResponse.Ok(Json.ArrayOf(commands.Registered(Scope(request))));

    public ApiResponse GetApplicationCommand(ApiRequest request) => ApiResponse.Ok(Command(request, Scope(request)));

    public ApiResponse CreateApplicationCommand(ApiRequest request)
    {
        var scope = Scope(request);
        CommandRules.CheckOne(request.Body);
        var (command, isNew) = commands.Put(scope, request.Body);
        Changed();
        return isNew ? ApiResponse.Created(command) : ApiResponse.Ok(command);
    }

    public ApiResponse BulkOverwriteApplicationCommands(ApiRequest request)
    {
        var scope = Scope(request);
        CommandRules.CheckAll(request.BodyList);
        if (commands.Overwrite(scope, request.BodyList))
            Changed();
        return ApiResponse.Ok(Json.ArrayOf(commands.Registered(scope)));
    }

    public ApiResponse EditApplicationCommand(ApiRequest request)
    {
        var scope = Scope(request);
        var command = Command(request, scope);
        var edited = command.Copy();
        foreach (var (name, value) in request.Body)
            edited[name] = value?.DeepClone();
        CommandRules.CheckOne(edited);
        var saved = commands.Edit(scope, command, edited);
        Changed();
        return ApiResponse.Ok(saved);
    }

    public ApiResponse DeleteApplicationCommand(ApiRequest request)
    {
        var scope = Scope(request);
        commands.Remove(scope, Command(request, scope));
        Changed();
        return ApiResponse.NoContent;
    }

    public ApiResponse GetGuildApplicationCommandPermissions(ApiRequest request) =>
        ApiResponse.Ok(Json.ArrayOf(permissions.In(Scope(request)!)));

    public ApiResponse GetApplicationCommandPermissions(ApiRequest request) =>
        ApiResponse.Ok(permissions.In(Scope(request)!, request.Route("command")) ?? throw DiscordError.UnknownPermissions());

    JsonObject Command(ApiRequest request, string? scope) =>
        commands.Find(scope, request.Route("command")) ?? throw DiscordError.UnknownCommand();

    string? Scope(ApiRequest request)
    {
        Access.CheckApplication(request);
        return request.HasRoute("guild") ? access.Guild(request).Id : null;
    }

    void Changed() => events.SendToUsers("commands", new JsonObject(), _ => true);
}
