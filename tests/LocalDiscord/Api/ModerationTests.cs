using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ModerationTests
{
    const string General = $"channels/{Seed.GeneralChannelId}";

    [Fact]
    public async Task Bulk_delete_sends_one_event()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_MESSAGES"]}""");
        var ids = await SendAsync(discord, 3);
        var bot = await discord.ReadyBotAsync();

        var deleted = await discord.ApiAsync("POST", General + "/messages/bulk-delete", $$"""{"messages":["{{ids[0]}}","{{ids[1]}}"]}""");

        Assert.Equal(204, deleted.Status);
        Assert.Equal(ids.Take(2), (await bot.EventAsync("MESSAGE_DELETE_BULK"))["ids"]!.AsArray().Select(id => id!.ToString()));
        Assert.Single((await discord.ApiAsync("GET", General + "/messages")).Json.AsArray());
    }

    [Theory]
    [InlineData("\"1534531416883200000\"", 50016)]
    [InlineData("\"1534531416883200000\",\"1534531416883200000\"", 50035)]
    [InlineData("\"1214130279006863363\",\"1534531416883200000\"", 50034)]
    public async Task Bulk_delete_rejects_too_few_duplicate_or_old_messages(string ids, int code)
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_MESSAGES"]}""");

        Assert.Equal(code, (await discord.ApiAsync("POST", General + "/messages/bulk-delete", $$"""{"messages":[{{ids}}]}""")).Code);
    }

    [Fact]
    public async Task Old_routes_of_pins_still_work()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["PIN_MESSAGES"]}""");
        var id = (await SendAsync(discord, 1))[0];

        Assert.Equal(204, (await discord.ApiAsync("PUT", $"{General}/pins/{id}")).Status);
        Assert.Equal(id, (await discord.ApiAsync("GET", General + "/pins")).Json[0]!["id"]!.ToString());
        Assert.Equal(204, (await discord.ApiAsync("DELETE", $"{General}/pins/{id}")).Status);
        Assert.Empty((await discord.ApiAsync("GET", General + "/pins")).Json.AsArray());
    }

    [Fact]
    public async Task Pinning_needs_its_permission_and_pins_are_listed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var id = (await SendAsync(discord, 1))[0];
        var path = $"{General}/messages/pins/{id}";

        var refused = await discord.ApiAsync("PUT", path);
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["PIN_MESSAGES"]}""");
        var pinned = await discord.ApiAsync("PUT", path);
        var listed = (await discord.ApiAsync("GET", General + "/messages/pins")).Json["items"]!.AsArray();
        await discord.ApiAsync("DELETE", path);

        Assert.Equal((50013, 204, id), (refused.Code, pinned.Status, listed.Single()!["message"]!["id"]!.ToString()));
        Assert.Empty((await discord.ApiAsync("GET", General + "/messages/pins")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Reaction_is_added_once_and_can_be_removed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var id = (await SendAsync(discord, 1))[0];
        var path = $"{General}/messages/{id}/reactions/%F0%9F%97%9E/@me";

        await discord.ApiAsync("PUT", path);
        await discord.ApiAsync("PUT", path);
        var reacted = await discord.ApiAsync("GET", $"{General}/messages/{id}");
        await discord.ApiAsync("DELETE", path);

        var reaction = reacted.Json["reactions"]!.AsArray().Single()!;
        Assert.Equal(
            ("🗞", "1", "true", "null"),
            (reaction["emoji"]!["name"]!.ToString(), reaction["count"]!.ToString(), reaction["me"]!.ToString(),
                reacted["edited_timestamp"]));
        Assert.Null((await discord.ApiAsync("GET", $"{General}/messages/{id}")).Json["reactions"]);
    }

    [Fact]
    public async Task User_can_open_a_forum_post()
    {
        await using var discord = await TestDiscord.StartAsync();

        var thread = await discord.PageAsync(
            "POST", "channels/stories/threads",
            $$"""{"as":"member","name":"Fog","content":"Since noon","applied_tags":["{{Seed.WeatherTagId}}"]}""");

        Assert.Equal((Seed.MemberId, Seed.ForumChannelId), (thread["owner_id"], thread["parent_id"]));
        Assert.Equal(thread["id"], (await discord.ApiAsync("GET", $"channels/{thread["id"]}/messages")).Json[0]!["id"]!.ToString());
    }

    [Fact]
    public async Task Typing_is_accepted()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(204, (await discord.ApiAsync("POST", General + "/typing")).Status);
    }

    static async Task<IReadOnlyList<string>> SendAsync(TestDiscord discord, int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
            ids.Add((await discord.SendAsync("""{"content":"hi"}"""))["id"]);
        return ids;
    }
}
