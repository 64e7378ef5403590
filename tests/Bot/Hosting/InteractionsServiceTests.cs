using System.Net;
using System.Net.Sockets;
using System.Text;
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

    static Task<HttpResponseMessage> PingAsync(HttpClient discord, Func<byte[], string> sign)
    {
        const string timestamp = "1794916800", body = """{"id":"1500000000000000001","application_id":"1100000000000000001","type":1,"token":"t","version":1}""";
        var request = new HttpRequestMessage(HttpMethod.Post, "/interactions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
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
