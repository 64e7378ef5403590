using System.Text.Json;
using Bot.Commands;
using Bot.Commands.Interactions;
using Bot.Hosting;
using Desk.Outbox;
using Discord.Models;
using LocalDiscord.Guilds;

namespace Bot.Tests.Commands;

/// <summary>Buttons of posts are counted, beside the answers.</summary>
public class PressCounterTests
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Press_on_a_post_is_answered_while_the_database_is_locked_and_counts_after_the_program_ended()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        desk.Write("a.md", "Storm cuts power", """
            related:
              - {title: Dark night, webUrl: "https://post.example/1", provider: {name: Post, domain: post.example}}
              - {title: Lights out, webUrl: "https://star.example/1", provider: {name: Star, domain: star.example}}
            """);
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        await desk.InteractAsync("""{"as": "moderator", "command": "/channel add channel:#news latest:1"}""");
        await desk.UntilPostedAsync("news", 1);
        var post = (await desk.MessagesAsync("news")).Single();

        using (new WriteLock(desk.Database))
            await PressCoverageAsync(desk, post);
        var answer = await PressCoverageAsync(desk, post);
        await desk.RestartAsync();

        Assert.Contains("Dark night", answer.GetRawText());
        var week = (await desk.Get<ChannelWeekStore>().OfAsync([Seed.NewsChannelId], weeks: 1, Ct)).Single();
        Assert.Equal((1, 2), (week.Posts, week.Presses));
    }

    [Fact]
    public async Task Presses_are_written_together_within_seconds()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        var clock = new WaitClock(Every, typeof(PressService));
        clock.SetUtcNow(newsroom.Clock.GetUtcNow());
        var presses = new PressCounter(clock);
        using var service = new PressService(presses, newsroom.Get<ChannelWeekStore>(), clock, new RecordingLogger<PressService>());
        var waits = clock.NextWait();
        await service.StartAsync(Ct);
        await waits;
        for (var i = 0; i < 3; i++)
            presses.Note(Press(), Access.Everyone);

        var written = clock.NextWait();
        clock.Advance(Every);
        await written;

        Assert.Equal(3, (await newsroom.Get<ChannelWeekStore>().OfAsync(["42"], weeks: 1, Ct)).Single().Presses);
        await service.StopAsync(Ct);
    }

    [Fact]
    public void What_could_not_be_written_counts_later()
    {
        var presses = new PressCounter(TimeProvider.System);
        presses.Note(Press(), Access.Everyone);

        presses.Return(presses.Take());
        presses.Note(Press(), Access.Everyone);

        Assert.Equal(2, presses.Take().Sum(one => one.Count));
        Assert.Empty(presses.Take());
    }

    [Fact]
    public void Thread_is_noted_with_its_channel()
    {
        var presses = new PressCounter(TimeProvider.System);

        presses.Note(Press(parent: new(41)), Access.Everyone);

        Assert.Equal(new ChannelPlace("42", "41"), presses.Take().Single().Place);
    }

    [Fact]
    public void Buttons_of_moderators_of_answers_and_of_private_messages_are_none_of_a_post()
    {
        var presses = new PressCounter(TimeProvider.System);
        var pressed = Press();

        presses.Note(pressed, Access.Moderators);
        presses.Note(pressed with { GuildId = null }, Access.Everyone);
        presses.Note(
            pressed with
            {
                Message = pressed.Message! with { InteractionMetadata = new() { Id = new(3), Type = InteractionType.ApplicationCommand } },
            },
            Access.Everyone);

        Assert.Empty(presses.Take());
    }

    /// <summary>A member presses a button of a post in channel 42.</summary>
    static Interaction Press(Snowflake? parent = null) => new()
    {
        Id = new(1),
        ApplicationId = new(2),
        Type = InteractionType.MessageComponent,
        Token = "token",
        GuildId = new(1),
        ChannelId = new(42),
        Channel = new() { Id = new(42), ParentId = parent },
        Message = new() { Id = new(5), ChannelId = new(42) },
    };

    static Task<JsonElement> PressCoverageAsync(DeskOnLocalDiscord desk, JsonElement post) => desk.PressAsync(post, button: 1);
}
