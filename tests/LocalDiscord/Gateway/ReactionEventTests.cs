using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Gateway;

public sealed class ReactionEventTests
{
    const long Reactions = 1 | (1 << 10);
    const string Thumb = "%F0%9F%91%8D";

    [Fact]
    public async Task Reaction_of_the_bot_is_sent_with_its_member()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync(Reactions);
        var message = await discord.SendAsync("""{"content":"hi"}""");

        await discord.ApiAsync("PUT", $"{Path(message)}/{Thumb}/@me");

        var added = await bot.EventAsync("MESSAGE_REACTION_ADD");
        Assert.Equal(Seed.ApplicationId, added["member"]!["user"]!["id"]!.ToString());
        added.AsObject().Remove("member");
        Assert.Equal(
            $$"""
            {"channel_id":"{{Seed.GeneralChannelId}}","message_id":"{{message["id"]}}","guild_id":"{{Seed.GuildId}}",
            "user_id":"{{Seed.ApplicationId}}","emoji":{"id":null,"name":"👍"},"burst":false,"type":0,
            "message_author_id":"{{Seed.ApplicationId}}","burst_colors":[]}
            """.ReplaceLineEndings(""),
            Plain(added));
    }

    [Fact]
    public async Task Reactions_of_a_person_on_the_page_are_sent_as_well()
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync(Reactions);
        var message = await discord.SendAsync("""{"content":"hi"}""");

        await ReactAsync(discord, message);
        await ReactAsync(discord, message, remove: true);

        Assert.Equal(Seed.MemberId, (await bot.EventAsync("MESSAGE_REACTION_ADD"))["user_id"]!.ToString());
        Assert.Equal(
            $$"""
            {"channel_id":"{{Seed.GeneralChannelId}}","message_id":"{{message["id"]}}","guild_id":"{{Seed.GuildId}}",
            "user_id":"{{Seed.MemberId}}","emoji":{"id":null,"name":"👍"},"burst":false,"type":0}
            """.ReplaceLineEndings(""),
            Plain(await bot.EventAsync("MESSAGE_REACTION_REMOVE")));
    }

    [Fact]
    public async Task Removing_all_reactions_or_those_with_one_emoji_is_one_event()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_MESSAGES"]}""");
        var message = await discord.SendAsync("""{"content":"hi"}""");
        await ReactAsync(discord, message);
        var bot = await discord.ReadyBotAsync(Reactions);

        await discord.ApiAsync("DELETE", $"{Path(message)}/{Thumb}");
        await discord.ApiAsync("DELETE", Path(message));

        var place =
            $$"""{"channel_id":"{{Seed.GeneralChannelId}}","message_id":"{{message["id"]}}","guild_id":"{{Seed.GuildId}}" """.Trim();
        Assert.Equal(
            place + ",\"emoji\":{\"id\":null,\"name\":\"👍\"}}",
            Plain(await bot.EventAsync("MESSAGE_REACTION_REMOVE_EMOJI")));
        Assert.Equal(place + "}", Plain(await bot.EventAsync("MESSAGE_REACTION_REMOVE_ALL")));
        Assert.Null((await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages/{message["id"]}")).Json["reactions"]);
    }

    [Fact]
    public async Task Reactions_need_their_intent_which_differs_in_direct_messages()
    {
        await using var discord = await TestDiscord.StartAsync();
        var channel = await discord.ApiAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{Seed.MemberId}}"}""");
        var inGuild = await discord.SendAsync("""{"content":"hi"}""");
        var direct = await discord.SendAsync("""{"content":"hi"}""", channel["id"]);
        var bot = await discord.ReadyBotAsync(intents: 1 | (1 << 13));

        await ReactAsync(discord, inGuild);
        await ReactAsync(discord, direct);

        var added = await bot.EventAsync("MESSAGE_REACTION_ADD");
        Assert.Equal((direct["id"], (JsonNode?)null), (added["message_id"]!.ToString(), added["guild_id"]));
    }

    [Fact]
    public async Task Reactions_are_counted_and_their_users_listed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var message = await discord.SendAsync("""{"content":"hi"}""");
        await discord.ApiAsync("PUT", $"{Path(message)}/{Thumb}/@me");
        var seen = (await ReactAsync(discord, message, user: "moderator")).Json["reactions"]![0]!;

        var counted = (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages/{message["id"]}")).Json["reactions"]![0]!;
        var users = await discord.ApiAsync("GET", $"{Path(message)}/{Thumb}");
        var after = await discord.ApiAsync("GET", $"{Path(message)}/{Thumb}?after={Seed.ApplicationId}&limit=1");

        Assert.Equal((2, true, true), (counted["count"]!.GetValue<int>(), counted["me"]!.GetValue<bool>(), seen["me"]!.GetValue<bool>()));
        Assert.Equal([Seed.ApplicationId, Seed.ModeratorId], users.Json.AsArray().Select(user => user!["id"]!.ToString()));
        Assert.Equal([Seed.ModeratorId], after.Json.AsArray().Select(user => user!["id"]!.ToString()));
    }

    [Fact]
    public async Task Person_sees_which_reactions_are_their_own()
    {
        await using var discord = await TestDiscord.StartAsync();
        var message = await discord.SendAsync("""{"content":"hi"}""");
        await ReactAsync(discord, message);

        Assert.Equal((true, false), (await MineAsync("member"), await MineAsync("moderator")));

        async Task<bool> MineAsync(string user) =>
            (await discord.PageAsync("GET", $"channels/general/messages?as={user}")).Json[0]!["reactions"]![0]!["me"]!.GetValue<bool>();
    }

    [Fact]
    public async Task Only_a_new_emoji_needs_the_permission_to_add_reactions()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"general","deny":["ADD_REACTIONS"]}""");
        var message = await discord.SendAsync("""{"content":"hi"}""");
        await ReactAsync(discord, message);

        var same = await discord.ApiAsync("PUT", $"{Path(message)}/{Thumb}/@me");
        var other = await discord.ApiAsync("PUT", $"{Path(message)}/%F0%9F%91%8E/@me");

        Assert.Equal((204, 50013), (same.Status, other.Code));
    }

    [Theory]
    [InlineData("Mira", "\"Mira\" is not an emoji.")]
    [InlineData("", "\"\" is not an emoji.")]
    public async Task Person_can_react_with_emoji_only(string emoji, string error)
    {
        await using var discord = await TestDiscord.StartAsync();
        var message = await discord.SendAsync("""{"content":"hi"}""");

        var reaction = $$"""{"message":"{{message["id"]}}","emoji":"{{emoji}}"}""";
        Assert.Equal(error, (await discord.PageAsync("POST", "reactions", reaction))["error"]);
    }

    static Task<Reply> ReactAsync(TestDiscord discord, Reply message, bool remove = false, string user = "member") =>
        discord.PageAsync("POST", "reactions", new JsonObject
        {
            ["as"] = user,
            ["message"] = message["id"],
            ["emoji"] = "👍",
            ["remove"] = remove,
        }.ToJsonString());

    static string Path(Reply message) => $"channels/{message["channel_id"]}/messages/{message["id"]}/reactions";

    static string Plain(JsonNode data) => data.ToJsonString(
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        .Replace("\\uD83D\\uDC4D", "👍", StringComparison.Ordinal);
}
