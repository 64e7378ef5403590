using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bot.Hosting;
using Bot.Posting;
using Microsoft.Extensions.Hosting;
using NSec.Cryptography;

namespace Bot.Tests.Hosting;

/// <summary>The program with a public key: Discord calls it over HTTP.</summary>
public class InteractionsServiceTests
{
    [Fact]
    public async Task A_ping_that_Discord_signed_is_answered_and_one_that_it_did_not_is_refused()
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        var listen = new Uri($"http://127.0.0.1:{FreePort()}");
        await using var desk = await DeskOnLocalDiscord.OpenAsync(interactions: new()
        {
            PublicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
            Listen = listen,
        });
        await desk.StartAsync();
        await UntilListeningAsync(listen);
        using var discord = new HttpClient { BaseAddress = listen };

        using var signed = await PingAsync(discord, body => Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, body)));
        using var forged = await PingAsync(discord, _ => new string('0', 128));

        Assert.Equal("{\"type\":1}", await signed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
    }

    [Fact]
    public async Task Bot_is_not_ready_while_its_clock_differs_from_Discords()
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        var listen = new Uri($"http://127.0.0.1:{FreePort()}");
        await using var desk = await DeskOnLocalDiscord.OpenAsync(interactions: new()
        {
            PublicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
            Listen = listen,
        });
        await desk.StartAsync();
        await UntilListeningAsync(listen);
        using var discord = new HttpClient { BaseAddress = listen };

        using var before = await discord.GetAsync("/ready", TestContext.Current.CancellationToken);
        using var ping = await PingAsync(
            discord, body => Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, body)), TimeSpan.FromMinutes(10));
        using var after = await discord.GetAsync("/ready", TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable),
            (before.StatusCode, ping.StatusCode, after.StatusCode));
        Assert.Matches(
            "^Discord's clock says .*Z, and this machine's .*Z",
            await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Address_that_is_taken_stops_the_program_with_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var listen = new Uri($"http://{taken.LocalEndpoint}");
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        await using var desk = await DeskOnLocalDiscord.OpenAsync(interactions: new()
        {
            PublicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
            Listen = listen,
        });

        await desk.StartAsync();
        await desk.Get<IEnumerable<IHostedService>>().OfType<InteractionsService>().Single()
            .ExecuteTask!.WaitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"Interactions:Listen {listen} can't be used. ", desk.Get<FatalErrorHandler>().Reason, StringComparison.Ordinal);
    }

    static Task<HttpResponseMessage> PingAsync(HttpClient discord, Func<byte[], string> sign, TimeSpan late = default)
    {
        var timestamp = DateTimeOffset.UtcNow.Add(late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        const string body = """{"id":"1500000000000000001","application_id":"1100000000000000001","type":1,"token":"t","version":1}""";
        var request = new HttpRequestMessage(HttpMethod.Post,
            "/interactions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Signature-Ed25519", sign(Encoding.UTF8.GetBytes(timestamp + body)));
        return discord.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>It begins to listen beside all else that starts.</summary>
    static async Task UntilListeningAsync(Uri address)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
