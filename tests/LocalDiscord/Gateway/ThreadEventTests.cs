using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Gateway;

public sealed class ThreadEventTests
{
    const long Members = 1 << 1;

    static readonly LocalDiscordOptions Privileged = new() { RateLimits = false, PrivilegedIntents = true };

    [Fact]
    public async Task Bot_that_joins_a_thread_is_told_of_the_thread_and_of_its_membership()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = await OpenAsync(discord);
        var bot = await discord.ReadyBotAsync(intents: 1);

        await discord.ApiAsync("PUT", $"channels/{thread}/thread-members/@me");
        await discord.ApiAsync("DELETE", $"channels/{thread}/thread-members/@me");

        var created = await bot.EventAsync("THREAD_CREATE");
        var added = await bot.EventAsync("THREAD_MEMBERS_UPDATE");
        var removed = await bot.EventAsync("THREAD_MEMBERS_UPDATE");
        Assert.Equal((thread, Seed.ApplicationId), (created["id"]!.ToString(), created["member"]!["user_id"]!.ToString()));
        Assert.Null(created["newly_created"]);
        Assert.Equal(
            (thread, Seed.GuildId, "2", Seed.ApplicationId),
            (added["id"]!.ToString(), added["guild_id"]!.ToString(), added["member_count"]!.ToString(),
                added["added_members"]![0]!["user_id"]!.ToString()));
        Assert.Equal(Seed.ApplicationId, added["added_members"]![0]!["member"]!["user"]!["id"]!.ToString());
        Assert.Equal($"""["{Seed.ApplicationId}"]""", removed["removed_member_ids"]!.ToJsonString());
    }

    [Fact]
    public async Task Members_of_threads_other_than_the_bot_need_the_privileged_intent()
    {
        await using var discord = await TestDiscord.StartAsync(Privileged);
        var thread = await OpenAsync(discord);
        var plain = await discord.ReadyBotAsync(intents: 1);
        var privileged = await discord.ReadyBotAsync(intents: 1 | Members);

        await discord.ApiAsync("PUT", $"channels/{thread}/thread-members/{Seed.ModeratorId}");
        await discord.ApiAsync("PUT", $"channels/{thread}/thread-members/@me");

        var added = await privileged.EventAsync("THREAD_MEMBERS_UPDATE");
        Assert.Equal(Seed.ModeratorId, added["added_members"]![0]!["user_id"]!.ToString());
        await plain.EventAsync("THREAD_CREATE");
    }

    [Fact]
    public async Task Unarchived_thread_is_followed_by_the_membership_of_the_bot()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = (await discord.ApiAsync("POST", $"channels/{Seed.GeneralChannelId}/threads", """{"name":"talk","type":11}"""))["id"];
        await discord.ApiAsync("PATCH", $"channels/{thread}", """{"archived":true}""");
        var bot = await discord.ReadyBotAsync(intents: 1);

        await discord.ApiAsync("PATCH", $"channels/{thread}", """{"archived":false}""");

        await bot.EventAsync("THREAD_UPDATE");
        var member = await bot.EventAsync("THREAD_MEMBER_UPDATE");
        Assert.Equal(
            (thread, Seed.GuildId, Seed.ApplicationId),
            (member["id"]!.ToString(), member["guild_id"]!.ToString(), member["user_id"]!.ToString()));
    }

    [Fact]
    public async Task Bot_that_gains_access_to_a_channel_is_told_of_its_threads()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = await OpenAsync(discord);
        await discord.PageAsync("POST", "faults", """{"channel":"general","deny":["VIEW_CHANNEL"]}""");
        var bot = await discord.ReadyBotAsync(intents: 1);

        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["VIEW_CHANNEL"]}""");

        await bot.EventAsync("CHANNEL_UPDATE");
        var sync = await bot.EventAsync("THREAD_LIST_SYNC");
        Assert.Equal(
            ($"""["{Seed.GeneralChannelId}"]""", thread, "[]"),
            (sync["channel_ids"]!.ToJsonString(), sync["threads"]![0]!["id"]!.ToString(), sync["members"]!.ToJsonString()));
    }

    [Fact]
    public async Task Role_can_give_access_to_a_channel_as_well()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","deny":["VIEW_CHANNEL"]}""");
        await discord.PageAsync("POST", "faults", """{"role":"@everyone","deny":["VIEW_CHANNEL"]}""");
        var bot = await discord.ReadyBotAsync(intents: 1);

        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["VIEW_CHANNEL"]}""");

        await bot.EventAsync("GUILD_ROLE_UPDATE");
        Assert.Contains(
            Seed.GeneralChannelId, (await bot.EventAsync("THREAD_LIST_SYNC"))["channel_ids"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderator_can_be_added_and_removed()
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = await OpenAsync(discord);
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_THREADS"]}""");

        var added = await discord.ApiAsync("PUT", $"channels/{thread}/thread-members/{Seed.ModeratorId}");
        var removed = await discord.ApiAsync("DELETE", $"channels/{thread}/thread-members/{Seed.ModeratorId}");

        Assert.Equal((204, 204), (added.Status, removed.Status));
    }

    [Theory]
    [InlineData(Seed.ModeratorId, "PUT", "SEND_MESSAGES_IN_THREADS", 50013)]
    [InlineData(Seed.ModeratorId, "DELETE", "", 50013)]
    [InlineData("1214124387804905000", "PUT", "", 10007)]
    public async Task Adding_and_removing_others_needs_permissions(string user, string method, string denied, int code)
    {
        await using var discord = await TestDiscord.StartAsync();
        var thread = await OpenAsync(discord);
        if (denied.Length > 0)
            await discord.PageAsync("POST", "faults", $$"""{"channel":"general","deny":["{{denied}}"]}""");

        Assert.Equal(code, (await discord.ApiAsync(method, $"channels/{thread}/thread-members/{user}")).Code);
    }

    /// <summary>A member opens a thread in #general.</summary>
    static async Task<string> OpenAsync(TestDiscord discord) =>
        (await discord.PageAsync("POST", "channels/general/threads", """{"as":"member","name":"talk","content":"hi"}"""))["id"];
}
