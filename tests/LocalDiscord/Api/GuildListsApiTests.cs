using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class GuildListsApiTests
{
    const string Guild = $"guilds/{Seed.GuildId}";

    [Theory]
    [InlineData($"{Guild}/emojis")]
    [InlineData($"{Guild}/stickers")]
    public async Task Lists_without_anything_in_them_are_empty(string path)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.ApiAsync("GET", path);

        Assert.Equal((200, "[]"), (reply.Status, reply.Text));
        Assert.Equal(10004, (await discord.ApiAsync("GET", path.Replace(Seed.GuildId, "1", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public async Task Application_has_no_emojis()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal("""{"items":[]}""", (await discord.ApiAsync("GET", $"applications/{Seed.ApplicationId}/emojis")).Text);
        Assert.Equal(10002, (await discord.ApiAsync("GET", "applications/1/emojis")).Code);
    }

    [Theory]
    [InlineData($"{Guild}/invites", "MANAGE_GUILD")]
    [InlineData($"channels/{Seed.NewsChannelId}/invites", "MANAGE_CHANNELS")]
    [InlineData($"{Guild}/webhooks", "MANAGE_WEBHOOKS")]
    [InlineData($"channels/{Seed.NewsChannelId}/webhooks", "MANAGE_WEBHOOKS")]
    [InlineData($"{Guild}/audit-logs", "VIEW_AUDIT_LOG")]
    public async Task Others_need_their_permission(string path, string permission)
    {
        await using var discord = await TestDiscord.StartAsync();
        Assert.Equal(50013, (await discord.ApiAsync("GET", path)).Code);

        await discord.PageAsync("POST", "faults", $$"""{"role":"News Desk","allow":["{{permission}}"]}""");

        Assert.Equal(200, (await discord.ApiAsync("GET", path)).Status);
    }

    [Fact]
    public async Task Audit_log_is_empty()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["VIEW_AUDIT_LOG","MANAGE_CHANNELS"]}""");
        await discord.ApiAsync("POST", $"{Guild}/channels", """{"name":"storm-watch"}""");

        var log = (await discord.ApiAsync("GET", $"{Guild}/audit-logs")).Json.AsObject();

        Assert.Equal(8, log.Count);
        Assert.All(log, list => Assert.Empty(list.Value!.AsArray()));
    }

    [Fact]
    public async Task Channel_that_follows_another_has_a_webhook()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_WEBHOOKS"]}""");
        var follow = await discord.PageAsync("POST", "channels/announcements/followers", """{"as":"moderator","channel":"general"}""");

        var webhook = (await discord.ApiAsync("GET", $"{Guild}/webhooks")).Json.AsArray().Single()!;

        Assert.Equal(
            (follow["webhook_id"], Seed.GeneralChannelId, Seed.AnnouncementsChannelId, "Harbour Gazette #announcements"),
            (webhook["id"]!.ToString(), webhook["channel_id"]!.ToString(), webhook["source_channel"]!["id"]!.ToString(),
                webhook["name"]!.ToString()));
    }

    [Fact]
    public async Task Role_is_found_by_id()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal("News Desk", (await discord.ApiAsync("GET", $"{Guild}/roles/{Seed.BotRoleId}"))["name"]);
        Assert.Equal(10011, (await discord.ApiAsync("GET", $"{Guild}/roles/1")).Code);
    }

    [Fact]
    public async Task Members_are_listed_only_with_the_privileged_intent()
    {
        await using var discord = await TestDiscord.StartAsync(new LocalDiscordOptions { PrivilegedIntents = true });
        await using var without = await TestDiscord.StartAsync();

        var listed = (await discord.ApiAsync("GET", $"{Guild}/members?limit=2&after={Seed.OwnerId}")).Json.AsArray();

        Assert.Equal([Seed.MemberId, Seed.ModeratorId], listed.Select(member => member!["user"]!["id"]!.ToString()));
        Assert.Equal(50001, (await without.ApiAsync("GET", $"{Guild}/members")).Code);
    }

    [Fact]
    public async Task Members_are_found_by_the_beginning_of_their_name()
    {
        await using var discord = await TestDiscord.StartAsync();

        var found = (await discord.ApiAsync("GET", $"{Guild}/members/search?query=MIR&limit=5")).Json.AsArray();

        Assert.Equal(Seed.MemberId, found.Single()!["user"]!["id"]!.ToString());
        Assert.Equal(["limit NUMBER_TYPE_MAX"], (await discord.ApiAsync("GET", $"{Guild}/members/search?query=m&limit=0")).Problems);
    }
}
