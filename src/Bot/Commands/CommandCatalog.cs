using System.Collections.Frozen;
using Discord;

namespace Bot.Commands;

/// <summary>All commands and buttons, by name.</summary>
sealed class CommandCatalog(IEnumerable<ISlashCommand> commands, IEnumerable<IButton> buttons)
{
    readonly FrozenDictionary<string, ISlashCommand> commands = commands.ToFrozenDictionary(command => command.Spec.Name);
    readonly FrozenDictionary<string, IButton> buttons = buttons.ToFrozenDictionary(button => button.Name);

    public IReadOnlyList<ApplicationCommand> Specs => [.. commands.Values.Select(command => command.Spec).OrderBy(spec => spec.Name, StringComparer.Ordinal)];

    public ISlashCommand? Command(string? name) => name is null ? null : commands.GetValueOrDefault(name);

    public IButton? Button(string name) => buttons.GetValueOrDefault(name);
}
