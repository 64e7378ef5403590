using Bot.Cards;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Tests.Commands;

public class FloodButtonTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Moderator_posts_the_stories_that_wait_and_the_notice_says_so()
    {
        await using var newsroom = await OpenAsync();
        var flood = await FloodAsync(newsroom);
        var notice = FloodMessage.For(flood);

        var reply = await newsroom.PressAsync(Newsroom.Interaction(IdOf(notice, "Post them")));

        Assert.Contains("<#42>: 3 stories wait", notice.Embeds![0].Description);
        Assert.Contains("3 stories that came at once are on their way", reply.Embeds.Single().Description);
        Assert.True(reply.Replaces);
        Assert.Equal(FloodOutcome.Released, (await FloodAsync(newsroom)).Outcome);
        Assert.Equal(
            "Somebody has already decided this.",
            (await newsroom.PressAsync(Newsroom.Interaction(IdOf(notice, "Drop them")))).Content);
    }

    [Fact]
    public async Task Moderator_of_another_server_decides_nothing()
    {
        await using var newsroom = await OpenAsync();
        var notice = FloodMessage.For(await FloodAsync(newsroom));

        await newsroom.PressAsync(Newsroom.Interaction(IdOf(notice, "Post them")) with { GuildId = new(2) });

        Assert.Null((await FloodAsync(newsroom)).Outcome);
    }

    [Fact]
    public async Task Button_of_a_flood_that_is_not_known_does_nothing()
    {
        await using var newsroom = await OpenAsync();

        var reply = await newsroom.PressAsync(Newsroom.Interaction("flood:0:=0123456789abcdef"));

        Assert.Equal("This channel no longer gets news, so there is nothing to decide.", reply.Content);
    }

    /// <summary>Five stories come at once to a channel that takes two.</summary>
    static async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/channel add channel:42");
        await newsroom.RuleAsync("42", "flood-limit:2");
        foreach (var title in (string[])["Ferry late", "Grid repaired", "Museum opens", "Rain expected", "Choir wins"])
        {
            newsroom.Write($"{title}.md", $"""
                title: "{title}"
                publishedDateTime: 2026-11-24T11:00:00Z
                webUrl: https://gazette.example/{title.Replace(' ', '-')}
                """);
        }

        await newsroom.ImportAsync();
        return newsroom;
    }

    static async Task<Flood> FloodAsync(Newsroom newsroom)
    {
        for (var id = 1; await newsroom.Get<NoticeStore>().NoticeAsync(id, Ct) is { } notice; id++)
        {
            if (notice.Kind is NoticeKind.Flood)
                return (await newsroom.Get<FloodStore>().FloodAsync(notice.Reason, Ct))!;
        }

        throw new InvalidOperationException("Nobody was told of a flood");
    }

    static string IdOf(CreateMessage message, string label) =>
        Component.All(message.Components!).OfType<Button>().Single(button => button.Label == label).CustomId!;
}
