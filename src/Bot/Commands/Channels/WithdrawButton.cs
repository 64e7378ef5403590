using Bot.Cards;
using Bot.Commands.Interactions;
using Desk.Importing;
using Desk.Outbox;

namespace Bot.Commands.Channels;

/// <summary>The button below the alert that too many files disappeared at once: they are meant to be gone.</summary>
sealed class WithdrawButton(HeldFilesStore held, AlertStore alerts, ContentWatcher watcher) : IButton
{
    public string Name => AlertMessage.WithdrawButton;

    public Access Access => Access.Moderators;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var guild = interaction.GuildId!.Value;
        if (await alerts.ChannelOfAsync(guild.ToString(), ct) is not { } channel)
            return Reply.Note("This server no longer gets alerts about broken files. Use `/channel alerts` to choose a channel.");
        var by = new Confirmation(guild.ToString(), channel, interaction.UserId?.ToString());
        if (interaction.CustomId.Numbers is not [var token] || await held.ConfirmAsync(token, by, ct) is not (> 0 and var files))
            return Reply.Note("The files in the folder changed since this alert. The latest alert says what is missing now.");

        watcher.Hurry();
        return Reply.Note($"{files} files are gone for good. I'll withdraw their stories now.");
    }
}
