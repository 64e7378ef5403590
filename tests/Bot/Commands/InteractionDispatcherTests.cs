using System.Text.Json;
using Bot.Cards;
using Bot.Commands;
using Discord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary>What the person sees who asked, whatever a command does.</summary>
public class InteractionDispatcherTests
{
    [Fact]
    public async Task A_command_that_takes_long_is_deferred_and_answered_later()
    {
        var clock = new ClockThatTellsOfWaits(TimeSpan.FromSeconds(2));
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
    public async Task A_press_on_an_answer_that_takes_long_changes_that_answer()
    {
        var (pressed, seen) = await PressSlowlyAsync(new() { Content = "Page 2.", Replaces = true });

        Assert.Equal("Page 2.", Content(seen));
        Assert.Equal(pressed, Id(seen));
    }

    [Fact]
    public async Task What_takes_long_and_changes_nothing_there_comes_beside_it()
    {
        var (pressed, seen) = await PressSlowlyAsync(Reply.Note("You follow it."));

        Assert.Equal("You follow it.", Content(seen));
        Assert.NotEqual(pressed, Id(seen));
        Assert.Equal(64, seen.GetProperty("message").GetProperty("flags").GetInt32());
    }

    /// <summary>Presses the button of a command's answer, and gives the press its reply when Discord has been told that it takes long.</summary>
    /// <returns>The id of the message that was pressed, and what the person sees at last.</returns>
    static async Task<(string Pressed, JsonElement Seen)> PressSlowlyAsync(Reply reply)
    {
        var clock = new ClockThatTellsOfWaits(TimeSpan.FromSeconds(2));
        var command = new TestCommand();
        await using var desk = await OpenAsync(command, clock);
        command.Answer.SetResult(new() { Content = "Page 1.", Components = [ActionRow.Of(new Button { Style = ButtonStyle.Secondary, Label = "More", CustomId = new CustomId("test").ToString() })] });
        var first = (await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/test"}""")).GetProperty("message");

        var waits = clock.NextWait();
        var seen = desk.PressAsync(first, button: 0);
        await waits;
        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.UntilAnsweredAsync(InteractionResponseType.DeferredUpdateMessage);
        command.Pressed.SetResult(reply);
        return (first.GetProperty("id").GetString()!, await seen);
    }

    [Fact]
    public async Task A_command_that_fails_is_answered_privately_with_a_reference()
    {
        var command = new TestCommand();
        command.Answer.SetException(new InvalidOperationException("secret"));
        await using var desk = await OpenAsync(command);

        var answer = await desk.InteractAsync("""{"as": "member", "command": "/test"}""");

        Assert.Matches("^Something went wrong, and it is not your fault. .*reference [0-9]+.$", Content(answer));
        Assert.Equal(64, answer.GetProperty("message").GetProperty("flags").GetInt32());
    }

    static string Id(JsonElement answer) => answer.GetProperty("message").GetProperty("id").GetString()!;

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

        public ApplicationCommand Spec { get; } = new() { Name = "test", Description = "Does as the test says" };

        public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => Answer.Task;

        public Task<Reply> PressAsync(Press press, CancellationToken ct) => Pressed.Task;
    }

    /// <summary>Stands still, and tells when somebody waits for that long.</summary>
    sealed class ClockThatTellsOfWaits(TimeSpan wait) : FakeTimeProvider
    {
        TaskCompletionSource waiting = new();

        /// <summary>Done when somebody waits from now on.</summary>
        public Task NextWait()
        {
            waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return waiting.Task;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == wait)
                waiting.TrySetResult();
            return timer;
        }
    }
}
