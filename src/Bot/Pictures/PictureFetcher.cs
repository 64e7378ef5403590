using System.Net;

namespace Bot.Pictures;

/// <summary>
/// Downloads pictures from addresses that articles name, which may be anybody's: only from the internet, without cookies, passwords,
/// proxies or compression, and no more than so much for so long. What arrives may be anything.
/// </summary>
sealed class PictureFetcher : IDisposable
{
    /// <summary>For a picture, from looking up its host to its last byte.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Discord takes files of up to 10 MiB.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    const int MostRedirects = 5;
    const int BufferBytes = 64 * 1024;

    readonly HttpClient http;
    readonly TimeProvider clock;

    public PictureFetcher(PublicConnector connector, TimeProvider clock)
    {
        this.clock = clock;
        http = new(new SocketsHttpHandler
        {
            ConnectCallback = (context, ct) => connector.ConnectAsync(context.DnsEndPoint, ct),
            ConnectTimeout = Patience,
            // Each step is checked before it is taken.
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            // Nothing is read to its end for the sake of the connection.
            MaxResponseDrainSize = 0,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("news-desk/0.1 (+https://github.com/news-desk/news-desk)");
        http.DefaultRequestHeaders.Accept.ParseAdd("image/webp,image/png,image/jpeg,image/gif");
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
    }

    /// <exception cref="PictureException">It can't be had.</exception>
    public async Task<byte[]> FetchAsync(Uri address, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            return await FollowAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new PictureException($"server took longer than {Patience.TotalSeconds} seconds");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw failure.GetBaseException() as PictureException
                ?? new PictureException($"server can't be reached: {failure.GetBaseException().Message}", failure);
        }
    }

    public void Dispose() => http.Dispose();

    async Task<byte[]> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (!IsPlain(address))
                throw new PictureException("address has a port, a password, or something else than http or https");
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (Redirect(response) is not { } elsewhere)
                return await ReadAsync(response, ct);
            if (!Uri.TryCreate(address, elsewhere, out var next))
                break;
            address = next;
        }

        throw new PictureException("server redirects to nowhere, or too often");
    }

    /// <summary>Other ports are those of services that aren't for everybody.</summary>
    static bool IsPlain(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address is { IsDefaultPort: true, UserInfo: "" };

    static Uri? Redirect(HttpResponseMessage response) => response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        ? response.Headers.Location
        : null;

    /// <summary>Whatever size the server says, only what arrives counts.</summary>
    static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (!response.IsSuccessStatusCode)
            throw new PictureException($"server answered {(int)response.StatusCode}");
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        using var file = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (await body.ReadAsync(buffer, ct) is > 0 and var count)
        {
            if (file.Length + count > MostBytes || response.Content.Headers.ContentLength > MostBytes)
                throw new PictureException($"file is larger than {MostBytes / (1024 * 1024)} MB");
            file.Write(buffer, 0, count);
        }

        return file.ToArray();
    }
}
