using System.Text.Json;
using Bot.Cards;
using Discord;
using News.Storage;
using Sandbox;

namespace Bot.Tests.Commands;

/// <summary>The menu under a digest.</summary>
public class DigestPagesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_member_chooses_from_the_menu_opens_as_a_card_that_only_they_see()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var posted = await DigestAsync(desk);

        var answer = await desk.SelectAsync(posted, "2");

        var message = answer.GetProperty("message");
        var embed = message.GetProperty("embeds")[0];
        Assert.Equal(64, message.GetProperty("flags").GetInt32());
        Assert.Equal(("Ferries return", "https://gazette.example/2.md"), (embed.GetProperty("title").GetString(), embed.GetProperty("url").GetString()));
        Assert.Equal("Read at gazette.example", message.GetProperty("components")[0].GetProperty("components")[0].GetProperty("label").GetString());
        Assert.Equal("News digest", Assert.Single(await desk.MessagesAsync(Seed.NewsChannelId), shown => shown.GetProperty("id").GetString() == posted.GetProperty("id").GetString()).GetProperty("embeds")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_story_that_is_gone_by_then_is_said_to_be_gone()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var posted = await DigestAsync(desk);
        desk.Write("2.md", "Ferries return", "published: false");
        await desk.ImportAsync();

        var answer = await desk.SelectAsync(posted, "2");

        Assert.Equal("This story is not there any more.", answer.GetProperty("message").GetProperty("content").GetString());
    }

    [Theory]
    [InlineData()]
    [InlineData("two")]
    [InlineData("-2")]
    [InlineData("1", "2")]
    public async Task A_choice_that_means_nothing_gets_a_friendly_answer(params string[] chosen)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.PressAsync("digest:3", chosen);

        Assert.Equal(("This menu is not one that I know how to answer.", true), (reply.Content, reply.IsPrivate));
    }

    [Fact]
    public async Task A_story_opened_from_the_menu_speaks_the_language_of_who_opened_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var press = Newsroom.Press("digest:3") with { Language = "pt-BR" };

        var opened = await newsroom.PressAsync(press with { Values = ["12"] });
        var gone = await newsroom.PressAsync(press with { Values = ["99"] });

        Assert.Equal("Ler em Harbour Gazette", opened.Buttons().First().Label);
        Assert.Equal("Esta notícia não está mais disponível.", gone.Content);
    }

    /// <summary>A digest of two stories, as it stands in the channel.</summary>
    static async Task<JsonElement> DigestAsync(DeskOnLocalDiscord desk)
    {
        desk.Write("1.md", "Storm cuts power");
        desk.Write("2.md", "Ferries return");
        await desk.ImportAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();
        var stories = desk.Get<StoryStore>();
        var digest = new Digest(5, [(await stories.OfArticleAsync(1, Ct))!, (await stories.OfArticleAsync(2, Ct))!]);
        var posted = await desk.Get<DiscordRest>().CreateMessageAsync(Snowflake.Parse(Seed.NewsChannelId, null), DigestMessage.For(digest, new() { Now = TimeProvider.System.GetUtcNow() }), Ct);
        return (await desk.MessagesAsync(Seed.NewsChannelId)).Single(message => message.GetProperty("id").GetString() == posted.Id.ToString());
    }
}
