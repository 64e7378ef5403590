using System.Text.Json;
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

        var answer = desk.InteractAsync("""{"as": "member", "command": "/test"}""");
        await clock.Waiting;
        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.UntilThinkingAsync("general");
        command.Answer.SetResult(new() { Content = "At last." });

        Assert.Equal("At last.", Content(await answer));
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

    sealed class TestCommand : ISlashCommand
    {
        public TaskCompletionSource<Reply> Answer { get; } = new();

        public ApplicationCommand Spec { get; } = new() { Name = "test", Description = "Does as the test says" };

        public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => Answer.Task;
    }

    /// <summary>Stands still, and tells when somebody waits for that long.</summary>
    sealed class ClockThatTellsOfWaits(TimeSpan wait) : FakeTimeProvider
    {
        readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Waiting => waiting.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == wait)
                waiting.TrySetResult();
            return timer;
        }
    }
}
