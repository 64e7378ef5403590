using Discord;
namespace Bot.Commands;

/// <summary>A command as members type it.</summary>
interface ISlashCommand
{
    ApplicationCommand Spec { get; }

    /// <summary>Whether its answers are seen by the person alone; needed before the answer is there, when it takes long.</summary>
    bool IsPrivate => false;

    Task<Reply> RunAsync(SlashCall call, CancellationToken ct);
}

/// <summary>One of the things that a command does, as members type it behind the command's name. It suggests where it is an <see cref="ISuggest"/>.</summary>
interface ISubcommand
{
    ApplicationCommandOption Spec { get; }

    Task<Reply> RunAsync(SlashCall call, CancellationToken ct);
}

/// <summary>A command that suggests values while an option is typed.</summary>
interface ISuggest
{
    /// <summary>At most <see cref="DiscordLimits.Choices"/> values for the option that <see cref="SlashCall.Focused"/> names.</summary>
    Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct);
}

/// <summary>What happens when a button is pressed, or something chosen from a menu, whose <see cref="Cards.CustomId"/> has this name.</summary>
interface IButton
{
    string Name { get; }

    Task<Reply> PressAsync(Press press, CancellationToken ct);
}

/// <summary>What happens when a form is sent whose <see cref="Cards.CustomId"/> has this name.</summary>
interface IForm
{
    string Name { get; }

    /// <param name="press">With the answers.</param>
    Task<Reply> SubmitAsync(Press press, CancellationToken ct);
}
