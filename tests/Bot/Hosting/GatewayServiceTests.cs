using Bot.Commands.Interactions;
using Bot.Hosting;
using Bot.Posting;
using Discord.Models;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Hosting;

/// <summary>What the program does when Discord does not want it as it is.</summary>
public class GatewayServiceTests
{
    [Fact]
    public async Task Commands_that_Discord_refuses_stop_the_program_with_a_sentence()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(commands: [new RefusedCommand()]);

        Assert.Matches(@"^PUT /applications/\d+/commands: 400 Invalid Form Body \(50035\): \d+\.description: ", await StoppedAsync(desk));
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_accept_stops_the_program_with_a_sentence()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(token: "wrong");

        Assert.StartsWith("GET /gateway/bot: 401 ", await StoppedAsync(desk));
    }

    [Fact]
    public async Task Failing_handler_does_not_end_the_connection()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(commands: [
            new TestCommand("broken", Task.FromCanceled<Reply>(new(canceled: true))),
            new TestCommand("works", Task.FromResult(Reply.Note("Still here."))),
        ]);
        await desk.StartAsync();
        await desk.UntilReadyAsync();

        var broken = await desk.InteractAsync("""{"as": "member", "command": "/broken"}""");
        var response = await desk.InteractAsync("""{"as": "member", "command": "/works"}""");

        Assert.Contains("went wrong", broken.GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal("Still here.", response.GetProperty("message").GetProperty("content").GetString());
        Assert.False(desk.Get<IEnumerable<IHostedService>>().OfType<GatewayService>().Single().ExecuteTask!.IsCompleted);
    }

    /// <returns>Why.</returns>
    static async Task<string?> StoppedAsync(DeskOnLocalDiscord desk)
    {
        await desk.StartAsync();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stopping = desk.Get<IHostApplicationLifetime>().ApplicationStopping.UnsafeRegister(_ => stopped.SetResult(), null);
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
        return desk.Get<FatalErrorHandler>().Reason;
    }

    sealed class TestCommand(string name, Task<Reply> reply) : ISlashCommand
    {
        public ApplicationCommand Spec => new() { Name = name, Description = "Responds as the test says" };

        public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => reply;
    }

    sealed class RefusedCommand : ISlashCommand
    {
        public ApplicationCommand Spec => new() { Name = "test", Description = new('x', DiscordLimits.Description + 1) };

        public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => Task.FromResult(Reply.Note("Never."));
    }
}
