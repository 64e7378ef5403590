using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ForwardTests
{
    [Fact]
    public async Task Forward_has_a_snapshot_of_the_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        var original = await discord.SendAsync("""{"content":"storm","embeds":[{"title":"t"}]}""");

        var forward = await ForwardAsync(discord, original);
        var read = await discord.ApiAsync("GET", $"channels/{Seed.NewsChannelId}/messages/{forward["id"]}");

        Assert.Equal((200, "0", "", "16384"), (forward.Status, forward["type"], forward["content"], forward["flags"]));
        Assert.Equal(
            $$"""{"type":1,"channel_id":"{{Seed.GeneralChannelId}}","message_id":"{{original["id"]}}","guild_id":"{{Seed.GuildId}}"}""",
            forward.Json["message_reference"]!.ToJsonString());
        var snapshot = read.Json["message_snapshots"]![0]!["message"]!;
        Assert.Equal(("storm", "t"), (snapshot["content"]!.ToString(), snapshot["embeds"]![0]!["title"]!.ToString()));
        Assert.Equal(
            [
                "type", "content", "mentions", "mention_roles", "attachments", "embeds", "timestamp", "edited_timestamp", "flags",
                "components",
            ],
            snapshot.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task Snapshot_stays_when_the_message_changes()
    {
        await using var discord = await TestDiscord.StartAsync();
        var original = await discord.SendAsync("""{"content":"before"}""");
        var forward = await ForwardAsync(discord, original);

        await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{original["id"]}", """{"content":"after"}""");
        var again = await ForwardAsync(discord, forward);

        Assert.Equal("before", again.Json["message_snapshots"]![0]!["message"]!["content"]!.ToString());
    }

    [Fact]
    public async Task Message_that_the_bot_may_not_read_cannot_be_forwarded()
    {
        await using var discord = await TestDiscord.StartAsync();
        var original = await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"hi"}""");

        var refused = await ForwardAsync(discord, original);
        await discord.PageAsync("POST", "faults", """{"privileged_intents":true}""");
        var allowed = await ForwardAsync(discord, original);

        Assert.Equal((160014, 200), (refused.Code, allowed.Status));
    }

    [Theory]
    [InlineData($$"""{"type":1,"message_id":"1","channel_id":"{{Seed.GeneralChannelId}}"}""", 10008)]
    [InlineData($$"""{"type":1,"message_id":"1","channel_id":"{{Seed.ArchiveChannelId}}"}""", 50001)]
    [InlineData("""{"type":1,"message_id":"1","channel_id":"2"}""", 10003)]
    [InlineData("""{"type":1,"message_id":"1"}""", 50035)]
    [InlineData("""{"type":2,"message_id":"1"}""", 50035)]
    public async Task Forward_of_what_is_not_there_is_rejected(string reference, int code)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(code, (await discord.SendAsync($$"""{"content":"hi","message_reference":{{reference}} }""")).Code);
    }

    static Task<Reply> ForwardAsync(TestDiscord discord, Reply original) => discord.SendAsync(
        $$"""{"message_reference":{"type":1,"channel_id":"{{original["channel_id"]}}","message_id":"{{original["id"]}}"} }""",
        Seed.NewsChannelId);
}
