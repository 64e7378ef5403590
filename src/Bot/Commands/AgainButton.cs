using Bot.Commands.Interactions;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>Runs the command of an <see cref="AgainNote"/>, in the note's place.</summary>
sealed class AgainButton(Lazy<CommandCatalog> catalog) : IButton
{
    public string Name => AgainNote.Handler;

    /// <summary>The command is checked like one that is typed.</summary>
    public Access Access => Access.Everyone;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (AgainNote.Read(interaction, name => catalog.Value.Command(name)?.Spec) is not { } call
            || catalog.Value.Command(call.Name) is not { } command)
            return Reply.Note(BotTexts.Of(interaction.Language).Answers.OldButton);
        if (!command.Spec.Allows(interaction.GuildId, interaction.Member))
            return Reply.Note(AccessRules.Refusal);
        var reply = await command.RunAsync(call, ct);
        return reply with { Replaces = true, Content = reply.Content ?? "" };
    }
}
