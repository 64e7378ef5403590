using System.Collections.Frozen;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands;

/// <summary>All commands, buttons and forms, by name.</summary>
sealed class CommandCatalog(
    IEnumerable<ISlashCommand> commands,
    IEnumerable<IMessageCommand> messageCommands,
    IEnumerable<IButton> buttons,
    IEnumerable<IForm> forms)
{
    static readonly InteractionContextType[] Everywhere = Enum.GetValues<InteractionContextType>();

    readonly FrozenDictionary<string, ISlashCommand> commandsByName = commands.ToFrozenDictionary(command => command.Spec.Name);
    readonly FrozenDictionary<string, IMessageCommand> messageCommandsByName =
        messageCommands.ToFrozenDictionary(command => command.Spec.Name);

    readonly FrozenDictionary<string, IButton> buttonsByName = buttons.ToFrozenDictionary(button => button.Name);
    readonly FrozenDictionary<string, IForm> formsByName = forms.ToFrozenDictionary(form => form.Name);

    /// <summary>In the order of <see cref="CommandList"/>, those in messages' menus last.</summary>
    public IReadOnlyList<ApplicationCommand> Specs { get; } =
        [.. commands.Select(command => command.Spec).Concat(messageCommands.Select(command => command.Spec)).Select(Registered)];

    public IEnumerable<IButton> Buttons => buttonsByName.Values;

    public IEnumerable<IForm> Forms => formsByName.Values;

    public ISlashCommand? Command(string? name) => name is null ? null : commandsByName.GetValueOrDefault(name);

    public IMessageCommand? MessageCommand(string? name) => name is null ? null : messageCommandsByName.GetValueOrDefault(name);

    public IButton? Button(string name) => buttonsByName.GetValueOrDefault(name);

    public IForm? Form(string name) => formsByName.GetValueOrDefault(name);

    /// <summary>What members may use, people also get who install the app for themselves, wherever they are.</summary>
    static ApplicationCommand Registered(ApplicationCommand spec) => LocalizedCommand.Of(spec) with
    {
        IntegrationTypes = spec.DefaultMemberPermissions is null
            ? [ApplicationIntegrationType.Guild, ApplicationIntegrationType.User]
            : [ApplicationIntegrationType.Guild],
        Contexts = spec.Contexts ?? Everywhere,
    };
}
