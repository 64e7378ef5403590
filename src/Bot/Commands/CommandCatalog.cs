using System.Collections.Frozen;
using Discord;

namespace Bot.Commands;

/// <summary>All commands, buttons and forms, by name.</summary>
sealed class CommandCatalog(IEnumerable<ISlashCommand> commands, IEnumerable<IButton> buttons, IEnumerable<IForm> forms)
{
    readonly FrozenDictionary<string, ISlashCommand> commands = commands.ToFrozenDictionary(command => command.Spec.Name);
    readonly FrozenDictionary<string, IButton> buttons = buttons.ToFrozenDictionary(button => button.Name);
    readonly FrozenDictionary<string, IForm> forms = forms.ToFrozenDictionary(form => form.Name);

    public IReadOnlyList<ApplicationCommand> Specs => [.. commands.Values.Select(command => LocalizedCommand.Of(command.Spec)).OrderBy(spec => spec.Name, StringComparer.Ordinal)];

    public ISlashCommand? Command(string? name) => name is null ? null : commands.GetValueOrDefault(name);

    public IButton? Button(string name) => buttons.GetValueOrDefault(name);

    public IForm? Form(string name) => forms.GetValueOrDefault(name);
}
