using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Bot.Health;

/// <summary>Asks a bot that runs on this machine how it is.</summary>
sealed class HealthClient : IDisposable
{
    readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = HealthReporter.Patience + TimeSpan.FromSeconds(2),
    };

    /// <param name="listen">Where the bot listens.</param>
    /// <exception cref="HttpRequestException">It doesn't answer, or somebody else does.</exception>
    public async Task<HealthReport> AskAsync(Uri listen, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Reachable(listen), "health/ready"));
        request.Headers.Accept.Add(new("application/json"));
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable))
                throw new HttpRequestException($"It answered with {(int)response.StatusCode}.");
            return await response.Content.ReadFromJsonAsync(HealthJson.Default.HealthReport, ct)
                ?? throw new HttpRequestException("It answered with nothing.");
        }
        catch (JsonException other)
        {
            throw new HttpRequestException("Another program answered.", other);
        }
        catch (TaskCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new HttpRequestException($"It did not answer within {http.Timeout.TotalSeconds} seconds.", late);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>A bot that listens on every network is asked on this machine.</summary>
    static Uri Reachable(Uri listen)
    {
        var isEvery = IPAddress.TryParse(listen.DnsSafeHost, out var address)
            && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
        return isEvery ? new UriBuilder(listen) { Host = "localhost" }.Uri : listen;
    }
}
