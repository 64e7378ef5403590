using System.Collections.Frozen;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands;

/// <summary>All commands, buttons and forms, by name.</summary>
sealed class CommandCatalog(IEnumerable<ISlashCommand> commands, IEnumerable<IButton> buttons, IEnumerable<IForm> forms)
{
    readonly FrozenDictionary<string, ISlashCommand> commandsByName = commands.ToFrozenDictionary(command => command.Spec.Name);
    readonly FrozenDictionary<string, IButton> buttonsByName = buttons.ToFrozenDictionary(button => button.Name);
    readonly FrozenDictionary<string, IForm> formsByName = forms.ToFrozenDictionary(form => form.Name);

    /// <summary>In the order of <see cref="CommandList"/>.</summary>
    public IReadOnlyList<ApplicationCommand> Specs { get; } = [.. commands.Select(command => LocalizedCommand.Of(command.Spec))];

    public IEnumerable<IButton> Buttons => buttonsByName.Values;

    public IEnumerable<IForm> Forms => formsByName.Values;

    public ISlashCommand? Command(string? name) => name is null ? null : commandsByName.GetValueOrDefault(name);

    public IButton? Button(string name) => buttonsByName.GetValueOrDefault(name);

    public IForm? Form(string name) => formsByName.GetValueOrDefault(name);
}
