using Bot.Pictures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Pictures;

/// <summary>Real requests to a real server, which only the last step of connecting leads to.</summary>
public class PictureFetcherTests
{
    static readonly byte[] File = [.. Enumerable.Range(0, 100_000).Select(number => (byte)number)];

    readonly FakeTimeProvider clock = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Picture_comes_from_the_address_that_was_checked()
    {
        await using var server = await PictureServer.StartAsync(File);
        var answers = new Queue<string>([PictureServer.PublicAddress, "127.0.0.1"]);

        var file = await FetchAsync(server.Connector(_ => [answers.Dequeue()]), "http://pictures.example/a.png");

        Assert.Equal(File, file);
        Assert.Equal([$"{PictureServer.PublicAddress}:80"], server.Connections);
        Assert.Equal(["pictures.example/a.png"], server.Requests);
    }

    [Theory]
    [InlineData("http://inside.example/a.png")]
    [InlineData("http://mixed.example/a.png")]
    [InlineData("http://127.0.0.1/a.png")]
    [InlineData("http://2130706433/a.png")]
    [InlineData("http://[::1]/a.png")]
    [InlineData("https://[::ffff:10.0.0.1]/a.png")]
    public async Task Nothing_on_this_machine_or_in_a_private_network_is_connected_to(string address)
    {
        await using var server = await PictureServer.StartAsync(File);

        var reason = await ReasonAsync(server.Connector(Addresses), address);

        Assert.EndsWith("which is on this machine or in a private network", reason, StringComparison.Ordinal);
        Assert.Empty(server.Connections);
    }

    [Fact]
    public async Task This_machine_is_not_connected_to_under_its_own_names() => Assert.EndsWith(
        "which is on this machine or in a private network",
        await ReasonAsync(new PublicConnector(), "http://localhost/a.png"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("http://inside.example/a.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("//mixed.example/a.png")]
    [InlineData("http://other.example:5211/ready")]
    [InlineData("http://me:secret@other.example/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://other.example/a.png")]
    public async Task Redirect_is_checked_like_an_address(string elsewhere)
    {
        await using var server = await PictureServer.StartAsync(Redirects(_ => elsewhere));

        await ReasonAsync(server.Connector(Addresses), "http://pictures.example/a.png");

        Assert.Equal(["pictures.example/a.png"], server.Requests);
        Assert.Single(server.Connections);
    }

    [Fact]
    public async Task Redirects_are_followed_without_cookies_and_not_for_ever()
    {
        List<string> headers = [];
        await using var server = await PictureServer.StartAsync(http =>
        {
            headers.AddRange(http.Request.Headers.Keys);
            http.Response.Cookies.Append("seen", "1");
            var step = int.Parse(http.Request.Path.Value![1..]);
            return step == 5 ? http.Response.Body.WriteAsync(File).AsTask() : Redirects(_ => $"/{step + 1}")(http);
        });

        Assert.Equal(File, await FetchAsync(server.Connector(), "http://pictures.example/0"));
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], headers.Distinct().Order());
        Assert.Equal("server redirects to nowhere, or too often", await ReasonAsync(server.Connector(), "http://pictures.example/-1"));
    }

    [Fact]
    public async Task Server_that_takes_too_long_is_given_up()
    {
        await using var server = await PictureServer.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));

        var reason = ReasonAsync(server.Connector(), "http://pictures.example/a.png");
        await server.Asked;
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("server took longer than 5 seconds", await reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task File_that_is_too_large_is_given_up_whatever_its_server_says(bool isSaid)
    {
        await using var server = await PictureServer.StartAsync(async http =>
        {
            http.Response.ContentLength = isSaid ? long.MaxValue : null;
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(File, http.RequestAborted);
        });

        Assert.Equal("file is larger than 8 MB", await ReasonAsync(server.Connector(), "http://pictures.example/a.png"));
    }

    [Fact]
    public async Task File_that_stops_before_its_end_is_none()
    {
        await using var server = await PictureServer.StartAsync(async http =>
        {
            http.Response.ContentLength = File.Length + 1;
            await http.Response.Body.WriteAsync(File);
            await http.Response.Body.FlushAsync();
            http.Abort();
        });

        Assert.StartsWith("server can't be reached", await ReasonAsync(server.Connector(), "http://pictures.example/a.png"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Error_is_no_picture(int status)
    {
        await using var server = await PictureServer.StartAsync(http =>
        {
            http.Response.StatusCode = status;
            return http.Response.Body.WriteAsync(File).AsTask();
        });

        Assert.Equal($"server answered {status}", await ReasonAsync(server.Connector(), "http://pictures.example/a.png"));
    }

    [Fact]
    public async Task Host_without_an_address_has_no_picture()
    {
        await using var server = await PictureServer.StartAsync(File);

        Assert.StartsWith("server can't be reached", await ReasonAsync(server.Connector(_ => []), "http://pictures.example/a.png"));
    }

    static IEnumerable<string> Addresses(string host) => host switch
    {
        "inside.example" => ["192.168.1.20"],
        "mixed.example" => [PictureServer.PublicAddress, "fd00::1"],
        _ => [PictureServer.PublicAddress],
    };

    static RequestDelegate Redirects(Func<HttpRequest, string> elsewhere) => http =>
    {
        http.Response.StatusCode = 302;
        http.Response.Headers.Location = elsewhere(http.Request);
        return Task.CompletedTask;
    };

    async Task<byte[]> FetchAsync(PublicConnector connector, string address)
    {
        using var fetcher = new PictureFetcher(connector, clock);
        return await fetcher.FetchAsync(new(address), Ct);
    }

    async Task<string> ReasonAsync(PublicConnector connector, string address) =>
        (await Assert.ThrowsAsync<PictureException>(() => FetchAsync(connector, address))).Message;
}
