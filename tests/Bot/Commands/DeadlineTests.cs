using System.Text.Json;
using Bot.Commands;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>Discord wants an answer within three seconds, whatever the database and the commands are doing.</summary>
public class DeadlineTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Command_that_waits_for_the_database_is_deferred_and_answered_when_the_lock_is_released()
    {
        var clock = new WaitClock(Patience, typeof(InteractionDispatcher));
        await using var desk = await OpenAsync(clock);

        Task<JsonElement> answer;
        using (new WriteLock(desk.Database))
        {
            var waits = clock.NextWait();
            answer = desk.InteractAsync("""{"as": "moderator", "command": "/channel pause channel:#news"}""");
            await waits;
            clock.Advance(Patience);
            await desk.UntilAnsweredAsync(InteractionResponseType.DeferredChannelMessageWithSource);
            Assert.False(answer.IsCompleted);
        }

        Assert.Contains("is paused. New stories will wait", Content(await answer));
    }

    [Fact]
    public async Task Suggestions_appear_while_the_database_is_locked()
    {
        await using var desk = await OpenAsync();
        using var locked = new WriteLock(desk.Database);

        var suggested = await desk.InteractAsync("""{"as": "member", "suggest": "/topic name:Har"}""");

        Assert.Equal("Harbour", suggested.GetProperty("choices")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task Form_opens_while_the_database_is_locked()
    {
        await using var desk = await OpenAsync();
        var panel = (await desk.InteractAsync("""{"as": "moderator", "command": "/channel edit channel:#news"}""")).GetProperty("message");
        using var locked = new WriteLock(desk.Database);

        var opened = await desk.InteractAsync(Press(panel, "numbers"));

        Assert.Equal("Numbers", opened.GetProperty("modal").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Command_that_blocks_its_thread_is_deferred()
    {
        var clock = new WaitClock(Patience, typeof(InteractionDispatcher));
        using var slow = new SlowCommand();
        await using var desk = await OpenAsync(clock, slow);

        var waits = clock.NextWait();
        var answer = desk.InteractAsync("""{"as": "member", "command": "/slow"}""");
        await waits;
        clock.Advance(Patience);
        await desk.UntilAnsweredAsync(InteractionResponseType.DeferredChannelMessageWithSource);
        slow.Finish();

        Assert.Equal("Done.", Content(await answer));
    }

    [Fact]
    public async Task Late_suggestions_are_left_out()
    {
        var clock = new WaitClock(Patience, typeof(InteractionDispatcher));
        using var slow = new SlowCommand();
        await using var desk = await OpenAsync(clock, slow);

        var waits = clock.NextWait();
        var suggested = desk.InteractAsync("""{"as": "member", "suggest": "/slow word:a"}""");
        await waits;
        clock.Advance(Patience);

        Assert.Equal(0, (await suggested).GetProperty("choices").GetArrayLength());
        slow.Finish();
    }

    [Fact]
    public async Task Late_form_is_replaced_by_a_note()
    {
        var clock = new WaitClock(Patience, typeof(InteractionDispatcher));
        using var slow = new SlowCommand();
        await using var desk = await OpenAsync(clock, slow);
        slow.Finish();
        var message = (await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/slow"}""")).GetProperty("message");
        slow.Restart();

        var waits = clock.NextWait();
        var pressed = desk.PressAsync(message, button: 0);
        await waits;
        clock.Advance(Patience);
        await pressed;
        slow.Finish();

        await desk.UntilShownAsync("news", "That took too long. Press the button again.");
    }

    /// <summary>With a channel that gets news, and one topic.</summary>
    static async Task<DeskOnLocalDiscord> OpenAsync(WaitClock? clock = null, SlowCommand? command = null)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock, commands: command is null ? [] : [command]);
        await desk.StartWithNewsChannelAsync();
        return desk;
    }

    static string Press(JsonElement message, string part)
    {
        var id = DeskOnLocalDiscord.CustomId(message, part);
        return $$$"""{"as": "moderator", "press": {"message": {{{message.GetProperty("id").GetRawText()}}}, "custom_id": "{{{id}}}"} }""";
    }

    static string Content(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("message", out var message), answer.ToString());
        return message.GetProperty("content").GetString()!;
    }

    /// <summary>Blocks the thread that it runs on until the test lets it finish.</summary>
    sealed class SlowCommand : ISlashCommand, ISuggest, IButton, IDisposable
    {
        readonly ManualResetEventSlim finished = new();

        public string Name => "slow";

        public Access Access => Access.Everyone;

        public ApplicationCommand Spec { get; } = new()
        {
            Name = "slow",
            Description = "Takes its time",
            Options = [new() { Type = OptionType.String, Name = "word", Description = "Any word", Autocomplete = true }],
        };

        public void Finish() => finished.Set();

        public void Restart() => finished.Reset();

        public Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
        {
            finished.Wait(ct);
            var open = new Button { Style = ButtonStyle.Secondary, Label = "Open", CustomId = new Bot.Cards.CustomId("slow").ToString() };
            return Task.FromResult(new Reply { Content = "Done.", Components = [ActionRow.Of(open)] });
        }

        public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct)
        {
            finished.Wait(ct);
            return Task.FromResult<IReadOnlyList<Choice>>([new() { Name = "late", Value = "late" }]);
        }

        public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
        {
            finished.Wait(ct);
            return Task.FromResult(new Reply { Form = new(interaction.CustomId, "Late", []) });
        }

        public void Dispose() => finished.Dispose();
    }
}
