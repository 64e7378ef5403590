using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using LocalDiscord.Guilds;

namespace Bot.Tests.Posting;

public class ChannelNamesTests
{
    readonly ChannelNames names = new();

    [Fact]
    public void Channel_is_named_as_Discord_last_told()
    {
        names.Note(new Channel { Id = new(42), Name = "old" }, new Channel { Id = new(43), Name = "other" });
        names.Note(new Channel { Id = new(42), Name = "news" });

        Assert.Equal("#news", names.Of(To("42")));
    }

    [Fact]
    public void Unknown_channel_is_named_by_its_id() => Assert.Equal("channel 42", names.Of(To("42")));

    [Fact]
    public void Member_is_not_a_channel() =>
        Assert.Equal("direct messages with 7", names.Of(To("7") with { Destination = Destination.Member }));

    [Fact]
    public async Task Names_that_Discord_did_not_tell_are_asked_for()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();

        await desk.Get<ChannelNameLookup>().LearnAsync([Seed.NewsChannelId, "42"], TestContext.Current.CancellationToken);

        var learned = desk.Get<ChannelNames>();
        Assert.Equal(("#news", "channel 42"), (learned.Of(Seed.NewsChannelId), learned.Of("42")));
    }

    static Delivery To(string channel) => new()
    {
        Id = 1,
        Channel = channel,
        Destination = Destination.Text,
        Kind = DeliveryKind.Story,
        SubjectId = 1,
        Version = 1,
        Attempt = 1,
        FirstClaimedAt = null,
        Owner = "owner",
        Epoch = 1,
        Nonce = "nonce",
        CreatedAt = default,
        Posted = null,
    };
}
