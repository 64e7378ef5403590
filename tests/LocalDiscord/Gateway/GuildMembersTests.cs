using System.Text.Json.Nodes;
using LocalDiscord.Gateway;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Gateway;

/// <summary>Op 8, Request Guild Members.</summary>
public sealed class GuildMembersTests
{
    const long Members = 1 << 1;
    const long Presences = 1 << 8;

    static readonly LocalDiscordOptions Privileged = new() { RateLimits = false, PrivilegedIntents = true };

    [Theory]
    [InlineData(""" "query":"mi","limit":5 """, "mira", "null")]
    [InlineData(""" "query":"","limit":2 """, "news-desk ada.harbour", "null")]
    [InlineData(""" "query":"nobody","limit":5 """, "", "null")]
    [InlineData($""" "user_ids":["{Seed.ModeratorId}",{Seed.MemberId}] """, "tove mira", "null")]
    [InlineData($""" "user_ids":"{Seed.ModeratorId}" """, "tove", "null")]
    [InlineData($""" "user_ids":["{Seed.ModeratorId}","17"] """, "tove", """["17"]""")]
    public async Task Members_are_found_by_name_or_by_id(string request, string names, string notFound)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await RequestAsync(bot, request);

        var chunk = await bot.EventAsync("GUILD_MEMBERS_CHUNK");
        Assert.Equal((Seed.GuildId, "0", "1"), ($"{chunk["guild_id"]}", $"{chunk["chunk_index"]}", $"{chunk["chunk_count"]}"));
        Assert.Equal((names, notFound), (NamesIn(chunk), chunk["not_found"]?.ToJsonString() ?? "null"));
        Assert.Null(chunk["presences"]);
    }

    [Theory]
    [InlineData("n-1", "n-1")]
    [InlineData("123456789012345678901234567890123", null)]
    public async Task Nonce_comes_back_unless_it_is_longer_than_32_bytes(string nonce, string? answered)
    {
        await using var discord = await TestDiscord.StartAsync();
        var bot = await discord.ReadyBotAsync();

        await RequestAsync(bot, $""" "query":"mi","limit":1,"nonce":"{nonce}" """);

        Assert.Equal(answered, (await bot.EventAsync("GUILD_MEMBERS_CHUNK"))["nonce"]?.ToString());
    }

    [Fact]
    public async Task Only_the_privileged_intent_lists_all_members()
    {
        await using var discord = await TestDiscord.StartAsync(Privileged);
        var plain = await discord.ReadyBotAsync();
        var privileged = await discord.ReadyBotAsync(513 | Members);

        await RequestAsync(plain, """ "query":"","limit":0 """);
        await RequestAsync(privileged, """ "query":"","limit":0 """);
        await plain.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal("news-desk ada.harbour mira tove nils", NamesIn(await privileged.EventAsync("GUILD_MEMBERS_CHUNK")));
        Assert.Equal("11", (await plain.NextAsync())["op"]!.ToString());
    }

    [Fact]
    public async Task Presences_need_their_intent()
    {
        await using var discord = await TestDiscord.StartAsync(Privileged);
        var bot = await discord.ReadyBotAsync(513 | Presences);

        await RequestAsync(bot, """ "query":"mi","limit":1,"presences":true """);

        Assert.Equal("[]", (await bot.EventAsync("GUILD_MEMBERS_CHUNK"))["presences"]!.ToJsonString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1000, "1000")]
    [InlineData(2001, "1000 1000 1")]
    public void Chunks_have_a_thousand_members(int members, string sizes)
    {
        var chunks = GuildMembersRequests.Chunks("1", [.. Enumerable.Range(0, members).Select(_ => new JsonObject())], false).ToList();

        Assert.Equal(sizes, string.Join(' ', chunks.Select(chunk => chunk["members"]!.AsArray().Count)));
        Assert.Equal(Enumerable.Range(0, chunks.Count), chunks.Select(chunk => chunk["chunk_index"]!.GetValue<int>()));
        Assert.All(chunks, chunk => Assert.Equal(chunks.Count, chunk["chunk_count"]!.GetValue<int>()));
    }

    static Task RequestAsync(ScriptedBot bot, string request) =>
        bot.SendAsync($$$"""{"op":8,"d":{"guild_id":"{{{Seed.GuildId}}}",{{{request}}} } }""");

    static string NamesIn(JsonNode chunk) =>
        string.Join(' ', chunk["members"]!.AsArray().Select(member => member!["user"]!["username"]!.ToString()));
}
