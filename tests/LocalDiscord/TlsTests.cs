using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;

namespace LocalDiscord.Tests;

public sealed class TlsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("local-discord").FullName;

    string Created => Path.Combine(folder, "local-discord.pem");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Client_that_trusts_the_created_certificate_uses_https_and_wss()
    {
        await using var server = await StartAsync(new() { CreatedFile = Created });
        using var client = TrustingClient(Created);

        var gateway = await GatewayAsync(client, server.SecureAddress!);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(gateway + "?v=10&encoding=json"), client, TestContext.Current.CancellationToken);

        Assert.Equal($"wss://{server.SecureAddress!.Authority}/gateway", gateway);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Client_without_TLS_gets_an_address_without_TLS()
    {
        await using var server = await StartAsync(new() { CreatedFile = Created });
        using var client = new HttpClient();

        Assert.Equal($"ws://{server.Address.Authority}/gateway", await GatewayAsync(client, server.Address));
    }

    [Fact]
    public async Task Certificate_that_nobody_trusts_is_refused_by_clients()
    {
        await using var server = await StartAsync(new() { CreatedFile = Created });
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => GatewayAsync(client, server.SecureAddress!));
    }

    [Fact]
    public async Task Created_file_has_no_private_key()
    {
        await using var server = await StartAsync(new() { CreatedFile = Created });

        var written = await File.ReadAllTextAsync(Created, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("PRIVATE KEY", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_of_the_operator_is_used()
    {
        var file = Path.Combine(folder, "own.pem");
        using (var own = ServerCertificate.Create(TimeProvider.System.GetUtcNow()))
        {
            var pem = $"{own.ExportCertificatePem()}\n{own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}";
            await File.WriteAllTextAsync(file, pem, TestContext.Current.CancellationToken);
        }

        await using var server = await StartAsync(new() { CertificateFile = file, CreatedFile = Created });
        using var client = TrustingClient(file);

        Assert.StartsWith("wss://", await GatewayAsync(client, server.SecureAddress!), StringComparison.Ordinal);
        Assert.False(File.Exists(Created));
    }

    [Fact]
    public async Task File_that_is_no_certificate_is_reported_with_a_remedy()
    {
        var file = Path.Combine(folder, "own.pem");
        await File.WriteAllTextAsync(file, "not a certificate", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<IOException>(() => StartAsync(new() { CertificateFile = file }));

        Assert.Equal($"{file} is not a certificate with its private key. Put both into it as PEM, the certificate first.", error.Message);
    }

    [Theory]
    [InlineData("https", 200)]
    [InlineData("http", 403)]
    public async Task Discords_own_name_is_accepted_through_TLS_only(string scheme, int status)
    {
        await using var server = await StartAsync(new() { CreatedFile = Created });
        using var client = TrustingClient(Created);
        var address = scheme == "https" ? server.SecureAddress! : server.Address;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "api/v10/gateway"));
        request.Headers.Host = "discord.com";

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
    }

    static Task<LocalDiscordServer> StartAsync(TlsOptions tls) =>
        LocalDiscordServer.StartAsync(new() { Tls = tls }, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>A client that trusts this certificate and no other.</summary>
    static HttpClient TrustingClient(string file)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(file) },
        };
        return new HttpClient(handler);
    }

    static async Task<string> GatewayAsync(HttpClient client, Uri address)
    {
        var json = await client.GetStringAsync(new Uri(address, "api/v10/gateway"), TestContext.Current.CancellationToken);
        return System.Text.Json.Nodes.JsonNode.Parse(json)!["url"]!.GetValue<string>();
    }
}
