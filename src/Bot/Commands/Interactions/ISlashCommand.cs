using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>A slash command.</summary>
interface ISlashCommand
{
    ApplicationCommand Spec { get; }

    /// <summary>Whether only the person sees the answers. Discord wants to know this before a slow answer is ready.</summary>
    bool IsPrivate => false;

    Task<Reply> RunAsync(SlashCall call, CancellationToken ct);
}

/// <summary>A command in the menu of every message. Only the person sees the answers.</summary>
interface IMessageCommand
{
    ApplicationCommand Spec { get; }

    Task<Reply> RunAsync(MessageCall call, CancellationToken ct);
}

/// <summary>A subcommand, such as <c>/channel add</c>. It may also be an <see cref="ISuggest"/>.</summary>
interface ISubcommand
{
    ApplicationCommandOption Spec { get; }

    /// <summary>False where the settings leave it nothing to do: then Discord doesn't list it.</summary>
    bool IsOffered => true;

    Task<Reply> RunAsync(SlashCall call, CancellationToken ct);
}

/// <summary>A command that suggests values while an option is typed. It must only read: suggestions can't be deferred.</summary>
interface ISuggest
{
    /// <summary>At most <see cref="DiscordLimits.Choices"/> values for the option that <see cref="SlashCall.Focused"/> names.</summary>
    Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct);
}

/// <summary>Handles buttons and menus whose <see cref="Cards.CustomId"/> has this name.</summary>
interface IButton
{
    string Name { get; }

    Access Access { get; }

    /// <summary>
    /// Whether the answer is a private message of its own, and takes so long that the person should see that it is being written.
    /// </summary>
    bool AnswersAnew => false;

    /// <summary>To open a form, it must only read: a form can't be deferred.</summary>
    Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct);
}

/// <summary>Handles submitted forms whose <see cref="Cards.CustomId"/> has this name.</summary>
interface IForm
{
    string Name { get; }

    Access Access { get; }

    Task<Reply> SubmitAsync(CustomIdInteraction interaction, CancellationToken ct);
}
