using System.Globalization;
using System.Net;
using System.Text;
using Discord.Interactions;
using Discord.Models;
using Discord.Tests.Models;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;
using Queues = System.Threading.Channels.Channel;

namespace Discord.Tests.Interactions;

public sealed class InteractionEndpointTests : IAsyncLifetime
{
    const string Ping = """{"id":"7","application_id":"11","type":1,"token":"aW50","version":1}""";
    const string Timestamp = "1754400000";

    readonly Key key = Key.Create(SignatureAlgorithm.Ed25519);
    readonly System.Threading.Channels.Channel<Interaction> handled = Queues.CreateUnbounded<Interaction>();
    readonly TaskCompletionSource mayHandle = new();
    readonly AdjustedClock clock = new(DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture)));
    readonly HttpClient http = new();
    readonly RecordingLogger<InteractionEndpoint> log = new();
    InteractionEndpoint? endpoint;
    LoopbackServer? server;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string PublicKey => Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public async ValueTask InitializeAsync() =>
        server = await LoopbackServer.StartAsync((endpoint = new(PublicKey, HandleAsync, clock, log, Ct)).HandleAsync);

    [Fact]
    public async Task Responds_to_a_ping_with_a_pong()
    {
        using var answer = await PostAsync(Ping, Sign(Ping));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"type":1}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Accepts_an_interaction_before_handling_it()
    {
        using var answer = await PostAsync(Examples.SlashCommand, Sign(Examples.SlashCommand));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Ct));
        Assert.False(handled.Reader.TryRead(out _));
        mayHandle.SetResult();
        Assert.Equal("feed", (await handled.Reader.ReadAsync(Ct)).Data!.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("not hexadecimal")]
    [InlineData("z", 128)]
    [InlineData("0", 128)]
    public async Task Malformed_signature_is_rejected(string signature, int repeated = 1) =>
        await AssertRejectedAsync(Ping, string.Concat(Enumerable.Repeat(signature, repeated)));

    [Fact]
    public async Task Signature_of_other_content_is_rejected()
    {
        await AssertRejectedAsync(Ping, Sign(Ping + " "));
        await AssertRejectedAsync(Ping, Sign(Ping), timestamp: "1754400001");
        await AssertRejectedAsync(Ping, Sign(Ping), timestamp: "");
        await AssertRejectedAsync(Ping, Sign(Ping), timestamp: new string('1', 10_000));
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK, false)]
    [InlineData(-300, HttpStatusCode.OK, false)]
    [InlineData(301, HttpStatusCode.Unauthorized, true)]
    [InlineData(-301, HttpStatusCode.Unauthorized, true)]
    [InlineData(-31_536_000, HttpStatusCode.Unauthorized, true)]
    public async Task Signed_request_is_accepted_for_five_minutes(int seconds, HttpStatusCode status, bool isTooLarge)
    {
        var timestamp = $"{clock.GetUtcNow().ToUnixTimeSeconds() + seconds}";

        using var answer = await PostAsync(Ping, SignAt(timestamp), timestamp);

        Assert.Equal((status, isTooLarge), (answer.StatusCode, endpoint!.Clocks.IsTooLarge));
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("1754400000.5")]
    [InlineData("+1754400000")]
    [InlineData("-1754400000")]
    [InlineData("1754400000000000000")]
    [InlineData("99999999999")]
    public async Task Signed_request_without_a_time_in_digits_is_rejected(string timestamp) =>
        await AssertRejectedAsync(Ping, SignAt(timestamp), timestamp);

    [Fact]
    public async Task Log_has_both_clocks()
    {
        await AssertRejectedAsync(Ping, SignAt("1754300000"), "1754300000");
        await AssertRejectedAsync(Ping, SignAt("1754300000"), "1754300000");

        var line = Assert.Single(log.Lines);
        Assert.Contains("signed at 2025-08-04 09:33:20Z", line, StringComparison.Ordinal);
        Assert.Contains("clock says 2025-08-05 13:20:00Z", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_request_that_is_sent_again_says_nothing_about_the_clock()
    {
        using var answer = await PostAsync(Ping, Sign(Ping));
        await AssertRejectedAsync(Ping, SignAt("1722800000"), "1722800000");

        Assert.False(endpoint!.Clocks.IsTooLarge);
    }

    [Fact]
    public async Task Clock_that_is_corrected_agrees_again()
    {
        await AssertRejectedAsync(Ping, SignAt("1754403600"), "1754403600");
        Assert.True(endpoint!.Clocks.IsTooLarge);

        clock.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(1754403601));

        Assert.False(endpoint!.Clocks.IsTooLarge);
    }

    [Fact]
    public async Task Signature_with_another_key_is_rejected()
    {
        using var other = Key.Create(SignatureAlgorithm.Ed25519);
        await AssertRejectedAsync(Ping, Sign(Ping, other));
    }

    [Fact]
    public async Task Request_without_headers_is_rejected()
    {
        using var content = new StringContent(Ping);
        using var answer = await http.PostAsync(server!.Address, content, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Oversized_body_is_not_read(bool hasLength)
    {
        using var content = hasLength
            ? (HttpContent)new ByteArrayContent(new byte[InteractionEndpoint.MaxBody + 1])
            : new StreamContent(new Endless());
        using var request = new HttpRequestMessage(HttpMethod.Post, server!.Address) { Content = content };
        request.Headers.Add("X-Signature-Ed25519", Sign(Ping));
        request.Headers.Add("X-Signature-Timestamp", Timestamp);
        using var answer = await http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Signed_request_without_an_interaction_is_a_bad_request()
    {
        using var answer = await PostAsync("{", Sign("{"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("unreadable interaction", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_POST_is_allowed()
    {
        using var answer = await http.GetAsync(server!.Address, Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz")]
    public void Invalid_public_key_says_where_to_find_it(string text) => Assert.Equal(
        $"\"{text}\" is not the public key of an application. "
        + "Copy the 64 digits of Public Key on the General Information page in the developer portal.",
        Assert.Throws<FormatException>(() => new InteractionEndpoint(text, HandleAsync, clock, log, Ct)).Message);

    public async ValueTask DisposeAsync()
    {
        mayHandle.TrySetResult();
        http.Dispose();
        await server!.DisposeAsync();
        key.Dispose();
    }

    async Task HandleAsync(Interaction interaction, CancellationToken ct)
    {
        await mayHandle.Task.WaitAsync(ct);
        handled.Writer.TryWrite(interaction);
    }

    async Task AssertRejectedAsync(string body, string signature, string timestamp = Timestamp)
    {
        using var answer = await PostAsync(body, signature, timestamp);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(handled.Reader.TryRead(out _));
    }

    async Task<HttpResponseMessage> PostAsync(string body, string signature, string timestamp = Timestamp)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server!.Address) { Content = content };
        request.Headers.Add("X-Signature-Ed25519", signature);
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return await http.SendAsync(request, Ct);
    }

    string Sign(string body, Key? by = null) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(by ?? key, Encoding.UTF8.GetBytes(Timestamp + body)));

    string SignAt(string timestamp) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(timestamp + Ping)));

    /// <summary>While it is set, no time passes.</summary>
    sealed class AdjustedClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public override long GetTimestamp() => 0;
    }

    /// <summary>Twice the maximum, without a Content-Length.</summary>
    sealed class Endless : MemoryStream
    {
        public Endless()
            : base(new byte[InteractionEndpoint.MaxBody * 2])
        {
        }

        public override bool CanSeek => false;
    }
}
