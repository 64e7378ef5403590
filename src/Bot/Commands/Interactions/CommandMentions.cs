using System.Collections.Frozen;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>
/// Commands as members can press them in a text.
/// See https://discord.com/developers/docs/reference#message-formatting-formats.
/// </summary>
sealed class CommandMentions
{
    FrozenDictionary<string, Snowflake> ids = FrozenDictionary<string, Snowflake>.Empty;

    /// <param name="registered">What Discord has, with the ids that it gave.</param>
    public void Know(IEnumerable<ApplicationCommand> registered) =>
        ids = registered.Where(command => command.Id is not null).ToFrozenDictionary(command => command.Name, command => command.Id!.Value);

    /// <summary>As text until Discord has said the command's id.</summary>
    /// <param name="name">With its subcommand: <c>channel add</c>.</param>
    public string Of(string name) => ids.TryGetValue(name.Split(' ')[0], out var id) ? $"</{name}:{id}>" : $"`/{name}`";
}
