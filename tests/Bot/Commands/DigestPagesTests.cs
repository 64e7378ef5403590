using System.Text.Json;
using Bot.Cards;
using Desk.Archive;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Shared;

namespace Bot.Tests.Commands;

/// <summary>The menu under a digest.</summary>
public class DigestPagesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chosen_story_opens_as_a_private_card()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var posted = await DigestAsync(desk);

        var answer = await desk.SelectAsync(posted, $"{Newsroom.KeyOf("2.md", "https://gazette.example/2.md")}");

        var message = answer.GetProperty("message");
        Assert.Equal(64 | 32768, message.GetProperty("flags").GetInt32());
        Assert.StartsWith("## [Ferries return](https://gazette.example/2.md)\n", Posted.Text(message), StringComparison.Ordinal);
        var digest = Assert.Single(
            await desk.MessagesAsync(Seed.NewsChannelId),
            shown => shown.GetProperty("id").GetString() == posted.GetProperty("id").GetString());
        Assert.Equal("News digest", Posted.Title(digest));
    }

    [Fact]
    public async Task Deleted_story_gets_a_note()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var posted = await DigestAsync(desk);
        desk.Write("2.md", "Ferries return", "published: false");
        await desk.ImportAsync();

        var answer = await desk.SelectAsync(posted, $"{Newsroom.KeyOf("2.md", "https://gazette.example/2.md")}");

        Assert.Equal("This story no longer exists.", answer.GetProperty("message").GetProperty("content").GetString());
    }

    [Theory]
    [InlineData()]
    [InlineData("two")]
    [InlineData("-2")]
    [InlineData("1", "2")]
    public async Task Invalid_choice_gets_a_note(params string[] chosen)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.PressAsync("digest:3", chosen);

        Assert.Equal(("This menu has expired.", true), (reply.Content, reply.IsPrivate));
    }

    [Fact]
    public async Task Card_is_in_the_language_of_whoever_opens_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var interaction = Newsroom.Interaction("digest:3") with { Language = "pt-BR" };

        var opened = await newsroom.PressAsync(interaction with { Values = [$"{Newsroom.Key(12)}"] });
        var gone = await newsroom.PressAsync(interaction with { Values = ["99"] });

        Assert.Equal("Ler", opened.Buttons().First().Label);
        Assert.Equal("Esta notícia não existe mais.", gone.Content);
    }

    /// <summary>A digest of two stories in the channel.</summary>
    static async Task<JsonElement> DigestAsync(DeskOnLocalDiscord desk)
    {
        desk.Write("1.md", "Storm cuts power");
        desk.Write("2.md", "Ferries return");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        var stories = desk.Get<StoryStore>();
        var digest = new Digest(5, [(await stories.OfArticleAsync(1, Ct))!, (await stories.OfArticleAsync(2, Ct))!]);
        var posted = await desk.Get<DiscordRest>().CreateMessageAsync(
            Snowflake.Parse(Seed.NewsChannelId, null),
            DigestMessage.For(digest, new() { Now = TimeProvider.System.GetUtcNow() }),
            Ct);
        return (await desk.MessagesAsync(Seed.NewsChannelId)).Single(
            message => message.GetProperty("id").GetString() == posted.Id.ToString());
    }
}
