using Bot.Cards;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Tests.Examples;

/// <summary><c>/ping</c>: shows that the bot answers, and shows it again when its button is pressed.</summary>
sealed class PingCommand(TimeProvider clock) : ISlashCommand, IButton
{
    public ApplicationCommand Spec { get; } = new() { Name = "ping", Description = "Check that the bot answers" };

    public bool IsPrivate => true;

    /// <summary>Before the first colon of the button's custom_id.</summary>
    public string Name => "ping";

    public Access Access => Access.Everyone;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => Task.FromResult(Pong());

    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        Task.FromResult(Pong() with { Replaces = true });

    Reply Pong() => new()
    {
        Content = $"Pong, {clock.GetUtcNow():HH:mm:ss} UTC.",
        Components = [ActionRow.Of(new Button { Style = ButtonStyle.Secondary, Label = "Again", CustomId = $"{new CustomId(Name)}" })],
        IsPrivate = true,
    };
}
