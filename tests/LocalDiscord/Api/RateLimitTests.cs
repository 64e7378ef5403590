using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Headers_count_down_the_remaining_requests()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);

        var first = await discord.SendAsync("""{"content":"1"}""");
        discord.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = await discord.SendAsync("""{"content":"2"}""");

        Assert.Equal(
            ("5", "4", "5.000"),
            (first.Headers["X-RateLimit-Limit"], first.Headers["X-RateLimit-Remaining"], first.Headers["X-RateLimit-Reset-After"]));
        Assert.Equal(
            ("3", "3.000", "1785931205.000"),
            (second.Headers["X-RateLimit-Remaining"], second.Headers["X-RateLimit-Reset-After"], second.Headers["X-RateLimit-Reset"]));
        Assert.Equal(first.Headers["X-RateLimit-Bucket"], second.Headers["X-RateLimit-Bucket"]);
    }

    [Fact]
    public async Task Sixth_message_within_five_seconds_is_rate_limited()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        for (var i = 0; i < 5; i++)
            await discord.SendAsync("""{"content":"hi"}""");
        discord.Clock.Advance(TimeSpan.FromMilliseconds(1750));

        var sixth = await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal(
            (429, """{"message":"You are being rate limited.","retry_after":3.25,"global":false,"code":0}"""), (sixth.Status, sixth.Text));
        Assert.Equal(
            ("4", "0", "3.250", "user"),
            (sixth.Headers["Retry-After"], sixth.Headers["X-RateLimit-Remaining"], sixth.Headers["X-RateLimit-Reset-After"],
                sixth.Headers["X-RateLimit-Scope"]));
    }

    [Fact]
    public async Task Window_starts_over_when_it_ends()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        for (var i = 0; i < 6; i++)
            await discord.SendAsync("""{"content":"hi"}""");

        discord.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(200, (await discord.SendAsync("""{"content":"hi"}""")).Status);
    }

    [Fact]
    public async Task Each_channel_has_its_own_window()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        for (var i = 0; i < 5; i++)
            await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal(200, (await discord.SendAsync("""{"content":"hi"}""", Seed.NewsChannelId)).Status);
    }

    [Fact]
    public async Task Global_limit_is_fifty_requests_a_second()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        string[] routes = ["users/@me", $"guilds/{Seed.GuildId}", $"applications/{Seed.ApplicationId}/commands"];
        for (var i = 0; i < 50; i++)
            await discord.ApiAsync("GET", routes[i % routes.Length]);

        var reply = await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}");

        Assert.Equal(
            (429, """{"message":"You are being rate limited.","retry_after":1,"global":true,"code":0}"""), (reply.Status, reply.Text));
        Assert.Equal(
            ("1", "true", "global"),
            (reply.Headers["Retry-After"], reply.Headers["X-RateLimit-Global"], reply.Headers["X-RateLimit-Scope"]));
        Assert.False(reply.Headers.ContainsKey("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task Interaction_routes_do_not_count_towards_the_global_limit()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        string[] routes = ["users/@me", $"guilds/{Seed.GuildId}", $"applications/{Seed.ApplicationId}/commands"];
        for (var i = 0; i < 51; i++)
            await discord.ApiAsync("GET", routes[i % routes.Length]);

        var reply = await discord.ApiAsync("POST", "interactions/1/token/callback", """{"type":4}""", token: null);

        Assert.Equal((404, 10062), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Requests_that_came_too_early_are_counted_by_limit()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: true);
        for (var i = 0; i < 7; i++)
            await discord.SendAsync("""{"content":"hi"}""");
        for (var i = 0; i < 22; i++)
            await discord.ApiAsync("GET", "users/@me");
        for (var i = 0; i < 20; i++)
            await discord.ApiAsync("GET", $"applications/{Seed.ApplicationId}/commands");
        for (var i = 0; i < 4; i++)
            await discord.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}");

        Assert.Equal("""{"global":3,"user":2,"shared":0}""", (await discord.PageAsync("GET", "rate-limits")).Text);
    }

    [Fact]
    public async Task Rate_limits_can_be_turned_off()
    {
        await using var discord = await TestDiscord.StartAsync(rateLimits: false);
        for (var i = 0; i < 9; i++)
            await discord.SendAsync("""{"content":"hi"}""");

        var reply = await discord.SendAsync("""{"content":"hi"}""");

        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain(reply.Headers.Keys, header => header.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase));
    }
}
