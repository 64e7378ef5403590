namespace Sandbox.Tests.Api;

public sealed class ModerationTests
{
    const string General = $"channels/{Seed.GeneralChannelId}";

    [Fact]
    public async Task Messages_are_deleted_in_bulk_and_told_of_once()
    {
        await using var discord = await LocalDiscord.StartAsync();
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
    public async Task Too_few_the_same_or_too_old_are_not_deleted(string ids, int code)
    {
        await using var discord = await LocalDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_MESSAGES"]}""");

        Assert.Equal(code, (await discord.ApiAsync("POST", General + "/messages/bulk-delete", $$"""{"messages":[{{ids}}]}""")).Code);
    }

    [Fact]
    public async Task A_pin_needs_its_permission_and_is_listed()
    {
        await using var discord = await LocalDiscord.StartAsync();
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
    public async Task A_reaction_is_counted_once_and_taken_back()
    {
        await using var discord = await LocalDiscord.StartAsync();
        var id = (await SendAsync(discord, 1))[0];
        var path = $"{General}/messages/{id}/reactions/%F0%9F%97%9E/@me";

        await discord.ApiAsync("PUT", path);
        await discord.ApiAsync("PUT", path);
        var reacted = await discord.ApiAsync("GET", $"{General}/messages/{id}");
        await discord.ApiAsync("DELETE", path);

        var reaction = reacted.Json["reactions"]!.AsArray().Single()!;
        Assert.Equal(("🗞", "1", "true", "null"), (reaction["emoji"]!["name"]!.ToString(), reaction["count"]!.ToString(), reaction["me"]!.ToString(), reacted["edited_timestamp"]));
        Assert.Empty((await discord.ApiAsync("GET", $"{General}/messages/{id}")).Json["reactions"]!.AsArray());
    }

    [Fact]
    public async Task A_person_opens_a_forum_post()
    {
        await using var discord = await LocalDiscord.StartAsync();

        var thread = await discord.PageAsync("POST", "channels/stories/threads", $$"""{"as":"member","name":"Fog","content":"Since noon","applied_tags":["{{Seed.WeatherTagId}}"]}""");

        Assert.Equal((Seed.MemberId, Seed.ForumChannelId), (thread["owner_id"], thread["parent_id"]));
        Assert.Equal(thread["id"], (await discord.ApiAsync("GET", $"channels/{thread["id"]}/messages")).Json[0]!["id"]!.ToString());
    }

    [Fact]
    public async Task Typing_is_taken_note_of()
    {
        await using var discord = await LocalDiscord.StartAsync();

        Assert.Equal(204, (await discord.ApiAsync("POST", General + "/typing")).Status);
    }

    static async Task<IReadOnlyList<string>> SendAsync(LocalDiscord discord, int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
            ids.Add((await discord.SendAsync("""{"content":"hi"}"""))["id"]);
        return ids;
    }
}
