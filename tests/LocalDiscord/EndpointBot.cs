using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NSec.Cryptography;

namespace LocalDiscord.Tests;

/// <summary>A bot with an interactions endpoint: verifies and records interactions, and responds as a test decides.</summary>
sealed class EndpointBot : IAsyncDisposable
{
    readonly WebApplication app;
    readonly Channel<JsonNode> received = Channel.CreateUnbounded<JsonNode>();

    EndpointBot(WebApplication app) => this.app = app;

    public Uri Url => new(new Uri(app.Urls.Single()), "interactions");

    /// <summary>In hex, as in <c>GET /applications/@me</c>.</summary>
    public string VerifyKey { get; set; } = "";

    /// <summary>Whether a wrong signature is rejected, as it must be.</summary>
    public bool VerifiesSignatures { get; init; } = true;

    /// <summary>Status, content type and body of every response except to a PING.</summary>
    public Func<JsonNode, Task<(int Status, string ContentType, string Body)>> Answer { get; set; } =
        _ => Task.FromResult((200, "application/json", """{"type":4,"data":{"content":"here"}}"""));

    public static async Task<EndpointBot> StartAsync(bool verifiesSignatures = true)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var bot = new EndpointBot(app) { VerifiesSignatures = verifiesSignatures };
        app.Run(bot.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    /// <summary>Starts a bot and registers its endpoint.</summary>
    public static async Task<EndpointBot> RegisteredAsync(TestDiscord discord)
    {
        var bot = await StartAsync();
        bot.VerifyKey = (await discord.ApiAsync("GET", "applications/@me"))["verify_key"];
        Assert.Equal(200, (await bot.RegisterAsync(discord)).Status);
        return bot;
    }

    public Task<Reply> RegisterAsync(TestDiscord discord) =>
        discord.ApiAsync("PATCH", "applications/@me", $$"""{"interactions_endpoint_url":"{{Url}}"}""");

    /// <summary>The next correctly signed interaction that is not a PING.</summary>
    public async Task<JsonNode> NextAsync() => await received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    async Task AnswerAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        if (VerifiesSignatures && !IsSigned(http.Request.Headers, buffer.ToArray()))
        {
            http.Response.StatusCode = 401;
            return;
        }

        var interaction = JsonNode.Parse(buffer.ToArray())!;
        var isPing = interaction["type"]!.GetValue<int>() == 1;
        if (!isPing)
            received.Writer.TryWrite(interaction);
        var (status, type, body) = isPing ? (200, "application/json", """{"type":1}""") : await Answer(interaction);
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        if (body.Length > 0)
            await http.Response.WriteAsync(body, http.RequestAborted);
    }

    bool IsSigned(IHeaderDictionary headers, byte[] body)
    {
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(VerifyKey), KeyBlobFormat.RawPublicKey);
        byte[] signed = [.. Encoding.UTF8.GetBytes(headers["X-Signature-Timestamp"].ToString()), .. body];
        return SignatureAlgorithm.Ed25519.Verify(key, signed, Convert.FromHexString(headers["X-Signature-Ed25519"].ToString()));
    }
}
