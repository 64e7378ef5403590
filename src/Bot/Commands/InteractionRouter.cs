using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands;

/// <summary>Finds the code that answers an interaction, and checks that the person may use it. Nothing of Discord's gets past it.</summary>
sealed class InteractionRouter(CommandCatalog catalog)
{
    /// <summary>Null if there is no such command any more.</summary>
    public ISlashCommand? Command(Interaction interaction) => catalog.Command(interaction.Data?.Name);

    /// <summary>Whether only the person will see the answer to a command.</summary>
    public bool AnswersPrivately(Interaction interaction) =>
        interaction.IsByUserInstallation
        || Command(interaction) is null or { IsPrivate: true }
        || PrivateOption.Of(SlashCall.From(interaction));

    /// <summary>Null if it isn't one of the bot's, or there is no such button any more.</summary>
    public IButton? Button(Interaction interaction) =>
        CustomId.Parse(interaction.Data?.CustomId) is { } id ? catalog.Button(id.Name) : null;

    /// <summary>
    /// The name of the command, button, or form that answers; "unknown" if there is none. Names that only the request knows are left out.
    /// </summary>
    public string KnownName(Interaction interaction) => (interaction.Type, CustomId.Parse(interaction.Data?.CustomId)) switch
    {
        (InteractionType.MessageComponent, { } pressed) => catalog.Button(pressed.Name)?.Name,
        (InteractionType.ModalSubmit, { } submitted) => catalog.Form(submitted.Name)?.Name,
        _ => (Command(interaction)?.Spec ?? catalog.MessageCommand(interaction.Data?.Name)?.Spec)?.Name,
    } ?? "unknown";

    /// <summary>What Discord gets if the answer to a button or a menu takes long.</summary>
    public InteractionResponse Deferral(Interaction interaction) =>
        Button(interaction) is { AnswersAnew: true }
            ? InteractionAnswers.Thinking(isPrivate: true)
            : InteractionAnswers.Working(interaction.Message);

    /// <summary>In a server that doesn't have the app, the answers are for the person who brought it.</summary>
    public async Task<Reply> RunAsync(Interaction interaction, CancellationToken ct)
    {
        var reply = interaction.Data?.Type is ApplicationCommandType.Message
            ? await RunOnMessageAsync(interaction, ct)
            : await RunSlashAsync(interaction, ct);
        return interaction.IsByUserInstallation ? reply with { IsPrivate = true } : reply;
    }

    async Task<Reply> RunSlashAsync(Interaction interaction, CancellationToken ct) => Command(interaction) switch
    {
        null => Reply.Note(WordsFor(interaction).CommandGone),
        var command when !command.Spec.Allows(interaction.GuildId, interaction.Member) => Reply.Note(AccessRules.Refusal),
        var command => await command.RunAsync(SlashCall.From(interaction), ct),
    };

    async Task<Reply> RunOnMessageAsync(Interaction interaction, CancellationToken ct) =>
        (catalog.MessageCommand(interaction.Data?.Name), MessageCall.From(interaction)) switch
        {
            (null, _) or (_, null) => Reply.Note(WordsFor(interaction).CommandGone),
            var (command, _) when !command.Spec.Allows(interaction.GuildId, interaction.Member) => Reply.Note(AccessRules.Refusal),
            var (command, call) => await command.RunAsync(call, ct),
        };

    /// <summary>Nothing for people who may not use the command: suggestions show what is in the archive and in the history.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(Interaction interaction, CancellationToken ct) =>
        Command(interaction) is { } command and ISuggest suggesting && command.Spec.Allows(interaction.GuildId, interaction.Member)
            ? await suggesting.SuggestAsync(SlashCall.From(interaction), ct)
            : [];

    public async Task<Reply> PressAsync(Interaction interaction, CancellationToken ct) =>
        CustomIdInteraction.From(interaction) is { } pressed
            ? await PressAsync(pressed, ct)
            : Reply.Note(WordsFor(interaction).OldButton);

    public async Task<Reply> PressAsync(CustomIdInteraction pressed, CancellationToken ct) =>
        catalog.Button(pressed.CustomId.Name) switch
        {
            null => Reply.Note(BotTexts.Of(pressed.Language).Answers.OldButton),
            var button when !button.Access.Allows(pressed.GuildId, pressed.Member) => Reply.Note(AccessRules.Refusal),
            var button => await button.PressAsync(pressed, ct),
        };

    public async Task<Reply> SubmitAsync(Interaction interaction, CancellationToken ct) =>
        CustomIdInteraction.From(interaction) is { } submitted
            ? await SubmitAsync(submitted, ct)
            : Reply.Note(WordsFor(interaction).OldForm);

    public async Task<Reply> SubmitAsync(CustomIdInteraction submitted, CancellationToken ct) =>
        catalog.Form(submitted.CustomId.Name) switch
        {
            null => Reply.Note(BotTexts.Of(submitted.Language).Answers.OldForm),
            var form when !form.Access.Allows(submitted.GuildId, submitted.Member) => Reply.Note(AccessRules.Refusal),
            var form => await form.SubmitAsync(submitted, ct),
        };

    static AnswerTexts WordsFor(Interaction interaction) => BotTexts.Of(interaction.Locale ?? "").Answers;
}
