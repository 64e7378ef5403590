using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Rules;

public sealed class MessageRulesTests
{
    /// <summary>In the payloads, <c>{n}</c> stands for n characters.</summary>
    [Theory]
    [InlineData("""{"content":"{2001}"}""", "content BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"hi","nonce":"{26}"}""", "nonce BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"{257}"}]}""", "embeds.0.title BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"description":"{4097}"}]}""", "embeds.0.description BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"t","footer":{"text":"{2049}"}}]}""", "embeds.0.footer.text BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"t","author":{"name":"{257}"}}]}""", "embeds.0.author.name BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"fields":[{"name":"{257}","value":"v"}]}]}""", "embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"fields":[{"name":"n","value":"{1025}"}]}]}""", "embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"fields":[{"name":"n"}]}]}""", "embeds.0.fields.0.value BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"fields":[{"name":" ","value":"v"}]}]}""", "embeds.0.fields.0.name BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"description":"{3001}"},{"description":"{3000}"}]}""", "embeds MAX_EMBED_SIZE_EXCEEDED")]
    [InlineData("""{"embeds":[{"title":"t","url":"ftp://example.org"}]}""", "embeds.0.url URL_TYPE_INVALID_SCHEME")]
    [InlineData("""{"embeds":[{"title":"t","url":"javascript:alert(1)"}]}""", "embeds.0.url URL_TYPE_INVALID_URL")]
    [InlineData("""{"embeds":[{"title":"t","image":{"url":"example.org/a.png"}}]}""", "embeds.0.image.url URL_TYPE_INVALID_URL")]
    [InlineData("""{"embeds":[{"title":"t","timestamp":"yesterday"}]}""", "embeds.0.timestamp DATE_TIME_TYPE_PARSE")]
    [InlineData("""{"embeds":[{"title":"t","color":16777216}]}""", "embeds.0.color NUMBER_TYPE_MAX")]
    [InlineData("""{"embeds":[{},{},{},{},{},{},{},{},{},{},{}]}""", "embeds BASE_TYPE_BAD_LENGTH")]
    [InlineData(
        """{"content":"hi","allowed_mentions":{"parse":["users"],"users":["1214124387804905474"]}}""",
        "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":"hi","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions.parse.0 BASE_TYPE_CHOICES")]
    public async Task Broken_rule_is_reported_with_its_field(string body, string problem)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(Filled(body));

        Assert.Equal((400, 50035, "Invalid Form Body"), (reply.Status, reply.Code, reply["message"]));
        Assert.Equal([problem], reply.Problems);
    }

    [Theory]
    [InlineData("""{"content":"{2000}"}""")]
    [InlineData("""{"embeds":[{"title":"{256}","description":"{4096}"},{"description":"{1648}"}]}""")]
    [InlineData("""{"content":"hi","allowed_mentions":{"parse":["users"],"users":[]}}""")]
    [InlineData("""{"content":"hi","tts":false,"enforce_nonce":false,"unknown_field":[1,2]}""")]
    public async Task Text_can_be_exactly_as_long_as_the_limit(string body)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(Filled(body));

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task All_errors_are_reported_at_once()
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.SendAsync(
            Filled("""{"content":"{2001}","embeds":[{"title":"{257}","url":"no"},{"fields":[{"name":"n"}]}]}"""));

        Shared.Approved.Text(
            reply.Json.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }), "several-problems.json");
    }

    [Fact]
    public async Task Message_of_components_whose_JSON_is_larger_than_10_000_bytes_is_a_failure_of_the_server()
    {
        await using var discord = await TestDiscord.StartAsync();
        var largest = Filled("""{"flags":32768,"components":[{"type":10,"content":"news"}],"unknown_field":"{}"}""", 10_000);

        var sent = await discord.SendAsync(largest);
        var refused = await discord.SendAsync(largest + " ");
        var edited = await discord.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", largest + " ");
        var withoutComponents = await discord.SendAsync(Filled("""{"content":"news","unknown_field":"{}"}""", 12_000));

        Assert.Equal((200, 500, 500, 200), (sent.Status, refused.Status, edited.Status, withoutComponents.Status));
        Assert.Equal("500: Internal Server Error", refused["message"]);
    }

    /// <summary><c>{}</c> stands for as many characters as fill the body up to a size.</summary>
    static string Filled(string body, int size) => body.Replace("{}", new string('x', size - body.Length + 2), StringComparison.Ordinal);

    static string Filled(string body) =>
        System.Text.RegularExpressions.Regex.Replace(
            body, "{([0-9]+)}",
            count => new string('x', int.Parse(count.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)));
}
