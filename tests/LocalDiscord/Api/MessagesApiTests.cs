using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class MessagesApiTests
{
    [Fact]
    public async Task Null_is_returned_only_where_it_is_the_default_of_a_field()
    {
        await using var discord = await TestDiscord.StartAsync();

        var message = await discord.SendAsync("""
            {"flags":32768,"components":[
             {"type":1,"components":[{"type":3,"custom_id":"s","placeholder":null,
              "options":[{"label":"a","value":"a","description":null,"emoji":{"id":null,"name":"👍"}}]}]},
             {"type":12,"items":[{"media":{"url":"https://example.org/a.png"},"description":null}]}]}
            """);

        var components = message.Json["components"]!;
        Assert.Equal(
            ["label", "value", "emoji"], components[0]!["components"]![0]!["options"]![0]!.AsObject().Select(field => field.Key));
        Assert.False(components[0]!["components"]![0]!.AsObject().ContainsKey("placeholder"));
        Assert.True(components[1]!["items"]![0]!.AsObject().ContainsKey("description"));
    }

    [Fact]
    public async Task Message_is_returned_as_it_was_stored()
    {
        await using var discord = await TestDiscord.StartAsync();

        var sent = await discord.SendAsync("""{"content":"Gales until Thursday","embeds":[{"title":" Ferries ","color":3368652}]}""");
        var kept = await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}");

        Assert.Equal(200, sent.Status);
        Assert.True(JsonNode.DeepEquals(sent.Json, kept.Json));
        Assert.Equal(("rich", "Ferries"), (kept.Json["embeds"]![0]!["type"]!.ToString(), kept.Json["embeds"]![0]!["title"]!.ToString()));
        Assert.Equal("2026-08-05T12:00:00.000000+00:00", kept["timestamp"]);
    }

    [Theory]
    [InlineData(Seed.ArchiveChannelId, 403, 50001)]
    [InlineData(Seed.RulesChannelId, 403, 50013)]
    [InlineData(Seed.ForumChannelId, 400, 40058)]
    [InlineData(Seed.NewsroomCategoryId, 400, 50008)]
    [InlineData("1214000000000000000", 404, 10003)]
    public async Task Message_to_the_wrong_channel_is_rejected_with_the_reason(string channel, int status, int code)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync("""{"content":"hello"}""", channel);

        Assert.Equal((status, code), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":"   "}""")]
    [InlineData("""{"content":null,"embeds":[]}""")]
    public async Task Empty_message_is_rejected_with_50006(string body)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(body);

        Assert.Equal((400, 50006), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Repeated_enforced_nonce_returns_the_first_message()
    {
        await using var discord = await TestDiscord.StartAsync();

        var first = await discord.SendAsync("""{"content":"one","nonce":"d-17","enforce_nonce":true}""");
        var again = await discord.SendAsync("""{"content":"two","nonce":"d-17","enforce_nonce":true}""");

        Assert.Equal((first["id"], "one", "d-17"), (again["id"], again["content"], again["nonce"]));
    }

    [Fact]
    public async Task Nonces_can_be_forgotten_at_once()
    {
        await using var discord = await TestDiscord.StartAsync(new LocalDiscordOptions { EnforceNonces = false });

        var first = await discord.SendAsync("""{"content":"one","nonce":"d-17","enforce_nonce":true}""");
        var second = await discord.SendAsync("""{"content":"two","nonce":"d-17","enforce_nonce":true}""");

        Assert.NotEqual(first["id"], second["id"]);
    }

    [Fact]
    public async Task Nonce_expires_after_a_few_minutes()
    {
        await using var discord = await TestDiscord.StartAsync();

        var first = await discord.SendAsync("""{"content":"one","nonce":"d-17","enforce_nonce":true}""");
        discord.Clock.Advance(TimeSpan.FromMinutes(6));
        var later = await discord.SendAsync("""{"content":"two","nonce":"d-17","enforce_nonce":true}""");

        Assert.NotEqual(first["id"], later["id"]);
    }

    [Fact]
    public async Task Nonce_without_enforcement_has_no_effect()
    {
        await using var discord = await TestDiscord.StartAsync();

        var first = await discord.SendAsync("""{"content":"one","nonce":17}""");
        var second = await discord.SendAsync("""{"content":"two","nonce":17}""");

        Assert.NotEqual(first["id"], second["id"]);
    }

    [Theory]
    [InlineData("", "5 4 3 2 1")]
    [InlineData("?limit=2", "5 4")]
    [InlineData("?limit=2&before=@4", "3 2")]
    [InlineData("?limit=2&after=@1", "3 2")]
    [InlineData("?limit=3&around=@3", "4 3 2")]
    public async Task Messages_are_listed_newest_first(string query, string expected)
    {
        await using var discord = await TestDiscord.StartAsync();
        var ids = new List<string>();
        foreach (var content in new[] { "1", "2", "3", "4", "5" })
            ids.Add((await discord.SendAsync($$"""{"content":"{{content}}"}"""))["id"]);
        for (var i = 1; i <= ids.Count; i++)
            query = query.Replace($"@{i}", ids[i - 1], StringComparison.Ordinal);

        var page = await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages{query}");

        Assert.Equal(expected, string.Join(' ', page.Json.AsArray().Select(message => message!["content"])));
    }

    [Theory]
    [InlineData("?limit=0", "limit NUMBER_TYPE_MAX")]
    [InlineData("?limit=101", "limit NUMBER_TYPE_MAX")]
    [InlineData("?before=1&after=2", "MESSAGE_QUERY_EXCLUSIVE")]
    [InlineData("?before=yesterday", "before NUMBER_TYPE_COERCE")]
    public async Task Invalid_page_is_rejected(string query, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        var page = await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages{query}");

        Assert.Equal([problem], page.Problems);
    }

    [Fact]
    public async Task Edit_changes_only_the_fields_it_contains()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await discord.SendAsync("""{"content":"old","embeds":[{"title":"stays"}]}""");
        discord.Clock.Advance(TimeSpan.FromMinutes(1));

        var edited = await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", """{"content":"new"}""");

        Assert.Equal(
            ("new", "stays", "2026-08-05T12:01:00.000000+00:00"),
            (edited["content"], edited.Json["embeds"]![0]!["title"]!.ToString(), edited["edited_timestamp"]));
    }

    [Fact]
    public async Task Edit_cannot_make_a_message_empty()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await discord.SendAsync("""{"content":"old"}""");

        var edited = await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", """{"content":null}""");

        Assert.Equal(50006, edited.Code);
    }

    [Fact]
    public async Task Messages_of_other_users_cannot_be_edited_or_deleted()
    {
        await using var discord = await TestDiscord.StartAsync();
        var theirs = await discord.PageAsync("POST", "channels/general/messages", """{"as":"member","content":"mine"}""");
        var path = $"channels/{Seed.GeneralChannelId}/messages/{theirs["id"]}";

        var edited = await discord.ApiAsync("PATCH", path, """{"content":"yours"}""");
        var deleted = await discord.ApiAsync("DELETE", path);

        Assert.Equal((403, 50005, 403, 50013), (edited.Status, edited.Code, deleted.Status, deleted.Code));
    }

    [Fact]
    public async Task Deleted_message_is_unknown()
    {
        await using var discord = await TestDiscord.StartAsync();
        var path = $"channels/{Seed.GeneralChannelId}/messages/{(await discord.SendAsync("""{"content":"gone"}"""))["id"]}";

        var deleted = await discord.ApiAsync("DELETE", path);
        var again = await discord.ApiAsync("GET", path);

        Assert.Equal((204, "", null, 404, 10008), (deleted.Status, deleted.Text, deleted.ContentType, again.Status, again.Code));
    }

    [Fact]
    public async Task Reply_refers_to_the_original_message()
    {
        await using var discord = await TestDiscord.StartAsync();
        var first = await discord.SendAsync("""{"content":"question"}""");

        var reply = await discord.SendAsync($$$"""{"content":"answer","message_reference":{"message_id":"{{{first["id"]}}}"}}""");
        var lost = await discord.SendAsync("""{"content":"answer","message_reference":{"message_id":"1214000000000000000"}}""");

        Assert.Equal(("19", "question"), (reply["type"], reply.Json["referenced_message"]!["content"]!.ToString()));
        Assert.Equal(["message_reference REPLIES_UNKNOWN_MESSAGE"], lost.Problems);
    }

    [Fact]
    public async Task Announcement_can_be_crossposted_only_once()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await discord.SendAsync("""{"content":"for all"}""", Seed.AnnouncementsChannelId);
        var path = $"channels/{Seed.AnnouncementsChannelId}/messages/{sent["id"]}/crosspost";

        var crossposted = await discord.ApiAsync("POST", path);
        var twice = await discord.ApiAsync("POST", path);

        Assert.Equal(("1", 40033), (crossposted["flags"], twice.Code));
    }
}
