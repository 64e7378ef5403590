using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class ThreadListsTests
{
    const string Threads = $"channels/{Seed.GeneralChannelId}/threads";

    [Fact]
    public async Task Archived_threads_are_listed_page_by_page()
    {
        await using var discord = await TestDiscord.StartAsync();
        var archived = await ArchivedAsync(discord, count: 5, type: 11);

        var first = (await discord.ApiAsync("GET", Threads + "/archived/public?limit=3")).Json;
        var before = first["threads"]![2]!["thread_metadata"]!["archive_timestamp"]!.ToString();
        var second = (await discord.ApiAsync("GET", $"{Threads}/archived/public?limit=3&before={Uri.EscapeDataString(before)}")).Json;

        Assert.Equal((true, false), (first["has_more"]!.GetValue<bool>(), second["has_more"]!.GetValue<bool>()));
        Assert.Equal(Enumerable.Reverse(archived), [.. Ids(first), .. Ids(second)]);
    }

    [Fact]
    public async Task Private_threads_are_listed_for_their_members_and_moderators_only()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["CREATE_PRIVATE_THREADS"]}""");
        var archived = await ArchivedAsync(discord, count: 3, type: 12);

        var refused = await discord.ApiAsync("GET", Threads + "/archived/private");
        var joined = (await discord.ApiAsync(
            "GET", $"channels/{Seed.GeneralChannelId}/users/@me/threads/archived/private?limit=2&before={archived[2]}")).Json;
        await discord.PageAsync("POST", "faults", """{"channel":"general","allow":["MANAGE_THREADS"]}""");
        var all = (await discord.ApiAsync("GET", Threads + "/archived/private")).Json;
        var asPublic = (await discord.ApiAsync("GET", Threads + "/archived/public")).Json;

        Assert.Equal(50013, refused.Code);
        Assert.Equal([archived[1], archived[0]], Ids(joined));
        Assert.Equal((false, 2), (joined["has_more"]!.GetValue<bool>(), joined["members"]!.AsArray().Count));
        Assert.Equal(Enumerable.Reverse(archived), Ids(all));
        Assert.Empty(Ids(asPublic));
    }

    [Theory]
    [InlineData("threads/archived/public?limit=1")]
    [InlineData("threads/archived/public?limit=101")]
    [InlineData("threads/archived/public?before=yesterday")]
    [InlineData("users/@me/threads/archived/private?before=yesterday")]
    public async Task Invalid_page_is_rejected(string query)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(50035, (await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/{query}")).Code);
    }

    static async Task<IReadOnlyList<string>> ArchivedAsync(TestDiscord discord, int count, int type)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await discord.ApiAsync("POST", Threads, $$"""{"name":"talk {{i}}","type":{{type}}}"""))["id"]);
            discord.Clock.Advance(TimeSpan.FromSeconds(1));
            await discord.ApiAsync("PATCH", $"channels/{ids[i]}", """{"archived":true}""");
        }

        return ids;
    }

    static IReadOnlyList<string> Ids(JsonNode list) => [.. list["threads"]!.AsArray().Select(thread => thread!["id"]!.ToString())];
}
