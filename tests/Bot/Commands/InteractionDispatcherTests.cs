using System.Text.Json;
using Bot.Cards;
using Bot.Commands;
using Bot.Commands.Interactions;
using Discord.Models;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary>What a person sees, whatever a command does.</summary>
public class InteractionDispatcherTests
{
    [Fact]
    public async Task Slow_command_is_deferred_and_answered_later()
    {
        var clock = new WaitClock(TimeSpan.FromSeconds(2), typeof(InteractionDispatcher));
        var command = new TestCommand();
        await using var desk = await OpenAsync(command, clock);

        var waits = clock.NextWait();
        var answer = desk.InteractAsync("""{"as": "member", "command": "/test"}""");
        await waits;
        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.UntilThinkingAsync("general");
        command.Answer.SetResult(new() { Content = "At last." });

        Assert.Equal("At last.", Content(await answer));
    }

    [Fact]
    public async Task Slow_button_on_an_answer_changes_that_answer()
    {
        var (pressed, seen) = await PressSlowlyAsync(new() { Content = "Page 2.", Replaces = true });

        Assert.Equal(pressed, seen.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Slow_note_is_a_message_of_its_own()
    {
        var (pressed, seen) = await PressSlowlyAsync(Reply.Note("You follow it."));

        Assert.NotEqual(pressed, seen.GetProperty("id").GetString());
        Assert.Equal(64, seen.GetProperty("flags").GetInt32());
    }

    /// <summary>Presses the button of a command's answer, which replies only after it was deferred.</summary>
    /// <returns>The id of the message with the button, and the message with the reply.</returns>
    static async Task<(string Pressed, JsonElement Seen)> PressSlowlyAsync(Reply reply)
    {
        var clock = new WaitClock(TimeSpan.FromSeconds(2), typeof(InteractionDispatcher));
        var command = new TestCommand();
        await using var desk = await OpenAsync(command, clock);
        var more = new Button { Style = ButtonStyle.Secondary, Label = "More", CustomId = new CustomId("test").ToString() };
        command.Answer.SetResult(new() { Content = "Page 1.", Components = [ActionRow.Of(more)] });
        var answer = await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/test"}""");
        var first = answer.GetProperty("message");

        var waits = clock.NextWait();
        var pressed = desk.PressAsync(first, button: 0);
        await waits;
        clock.Advance(TimeSpan.FromSeconds(2));
        await pressed;
        command.Pressed.SetResult(reply);
        return (first.GetProperty("id").GetString()!, await desk.UntilShownAsync("news", reply.Content!));
    }

    [Fact]
    public async Task Failed_command_is_answered_privately_with_a_reference()
    {
        var command = new TestCommand();
        command.Answer.SetException(new InvalidOperationException("secret"));
        await using var desk = await OpenAsync(command);

        var answer = await desk.InteractAsync("""{"as": "member", "command": "/test"}""");

        Assert.Matches("^Something went wrong, and it's not your fault. .*reference [0-9]+.$", Content(answer));
        Assert.Equal(64, answer.GetProperty("message").GetProperty("flags").GetInt32());
    }

    static string Content(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return message.GetProperty("content").GetString()!;
    }

    static async Task<DeskOnLocalDiscord> OpenAsync(TestCommand command, FakeTimeProvider? clock = null)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock, commands: [command]);
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        return desk;
    }

    sealed class TestCommand : ISlashCommand, IButton
    {
        public TaskCompletionSource<Reply> Answer { get; } = new();

        public TaskCompletionSource<Reply> Pressed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "test";

        public Access Access => Access.Everyone;

        public ApplicationCommand Spec { get; } = new() { Name = "test", Description = "Does what the test says" };

        public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => Answer.Task;

        public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => Pressed.Task;
    }
}
