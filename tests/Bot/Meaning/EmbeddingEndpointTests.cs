using Bot.Meaning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Meaning;

/// <summary>With a real server that speaks the protocol.</summary>
public sealed class EmbeddingEndpointTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts()
    {
        var asked = "";
        await using var server = await ServeAsync(async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            asked = $"{http.Request.Path} {http.Request.Headers.Authorization} {await body.ReadToEndAsync(Ct)}";
            return """{"data": [{"index": 1, "embedding": [0, 1]}, {"index": 0, "embedding": [1, 0]}]}""";
        });
        using var endpoint = EmbeddingEndpoint.At(AddressOf(server), "a-model", "a-key");

        var vectors = await endpoint.GenerateAsync(["one", "two"], cancellationToken: Ct);

        Assert.Equal("""/v1/embeddings Bearer a-key {"model":"a-model","input":["one","two"]}""", asked);
        Assert.Equal([[1, 0], [0, 1]], vectors.Select(vector => vector.Vector.ToArray()));
    }

    [Theory]
    [InlineData("""{"data": []}""")]
    [InlineData("""{"data": [{"index": 0, "embedding": []}]}""")]
    [InlineData("""{"error": "no"}""")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("")]
    public async Task Answer_without_vectors_is_a_failure(string answer)
    {
        await using var server = await ServeAsync(_ => Task.FromResult(answer));
        using var endpoint = EmbeddingEndpoint.At(AddressOf(server), "a-model", key: "");

        await Assert.ThrowsAsync<IOException>(() => endpoint.GenerateAsync(["one"], cancellationToken: Ct));
    }

    [Fact]
    public async Task Redirect_takes_no_text_elsewhere()
    {
        var isAsked = false;
        await using var elsewhere = await ServeAsync(_ =>
        {
            isAsked = true;
            return Task.FromResult("{}");
        });
        await using var server = await ServeAsync(http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = $"{AddressOf(elsewhere)}/embeddings";
            return Task.FromResult("");
        });
        using var endpoint = EmbeddingEndpoint.At(AddressOf(server), "a-model", "a-key");

        await Assert.ThrowsAsync<HttpRequestException>(() => endpoint.GenerateAsync(["one"], cancellationToken: Ct));

        Assert.False(isAsked);
    }

    static Uri AddressOf(WebApplication server) =>
        new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    static async Task<WebApplication> ServeAsync(Func<HttpContext, Task<string>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/embeddings", async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(await answer(http), Ct);
        });
        await app.StartAsync(Ct);
        return app;
    }
}
