using System.Net;
using System.Text;
using Discord.Tests.Models;
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
    readonly HttpClient http = new();
    readonly RecordingLogger<InteractionEndpoint> log = new();
    LoopbackServer? server;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string PublicKey => Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public async ValueTask InitializeAsync() => server = await LoopbackServer.StartAsync(new InteractionEndpoint(PublicKey, HandleAsync, log, Ct).HandleAsync);

    [Fact]
    public async Task A_ping_is_answered_with_a_pong()
    {
        using var answer = await PostAsync(Ping, Sign(Ping));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"type":1}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task An_interaction_is_accepted_at_once_and_handled_as_one_of_the_gateway()
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
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_signature_that_is_none_is_refused(string signature) => await AssertRefusedAsync(Ping, signature);

    [Fact]
    public async Task A_signature_of_something_else_is_refused()
    {
        await AssertRefusedAsync(Ping, Sign(Ping + " "));
        await AssertRefusedAsync(Ping, Sign(Ping), timestamp: "1754400001");
        await AssertRefusedAsync(Ping, Sign(Ping), timestamp: "");
        await AssertRefusedAsync(Ping, Sign(Ping), timestamp: new string('1', 10_000));
    }

    [Fact]
    public async Task A_signature_by_somebody_else_is_refused()
    {
        using var other = Key.Create(SignatureAlgorithm.Ed25519);
        await AssertRefusedAsync(Ping, Sign(Ping, other));
    }

    [Fact]
    public async Task A_request_without_headers_is_refused()
    {
        using var content = new StringContent(Ping);
        using var answer = await http.PostAsync(server!.Address, content, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_without_end_is_not_read(bool announced)
    {
        using var content = announced
            ? (HttpContent)new ByteArrayContent(new byte[InteractionEndpoint.LargestBody + 1])
            : new StreamContent(new Endless());
        using var request = new HttpRequestMessage(HttpMethod.Post, server!.Address) { Content = content };
        request.Headers.Add("X-Signature-Ed25519", Sign(Ping));
        request.Headers.Add("X-Signature-Timestamp", Timestamp);
        using var answer = await http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_signed_and_no_interaction_is_a_bad_request()
    {
        using var answer = await PostAsync("{", Sign("{"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("could not be read", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_a_post_is_expected()
    {
        using var answer = await http.GetAsync(server!.Address, Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz")]
    public void A_public_key_that_is_none_says_where_to_find_one(string text) => Assert.Equal(
        $"\"{text}\" is not the public key of an application. Copy the 64 digits from General Information in the developer portal.",
        Assert.Throws<FormatException>(() => new InteractionEndpoint(text, HandleAsync, log, Ct)).Message);

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

    async Task AssertRefusedAsync(string body, string signature, string timestamp = Timestamp)
    {
        using var answer = await PostAsync(body, signature, timestamp);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(handled.Reader.TryRead(out _));
    }

    async Task<HttpResponseMessage> PostAsync(string body, string signature, string timestamp = Timestamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server!.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", signature);
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        return await http.SendAsync(request, Ct);
    }

    string Sign(string body, Key? by = null) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(by ?? key, Encoding.UTF8.GetBytes(Timestamp + body)));

    /// <summary>Twice as long as is read; its length is not announced.</summary>
    sealed class Endless : MemoryStream
    {
        public Endless()
            : base(new byte[InteractionEndpoint.LargestBody * 2])
        {
        }

        public override bool CanSeek => false;
    }
}
