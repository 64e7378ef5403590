using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

/// <summary>
/// The address that gets interactions instead of the gateway, if the application has one.
/// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
/// </summary>
sealed class InteractionsEndpoint(Uri? url, TimeSpan answerTime, Snowflakes ids, TimeProvider clock, BotPresence presence) : IDisposable
{
    readonly EndpointClient client = new(answerTime, clock);

    // An address from the options is verified before its first interaction, since the bot may start later than this server.
    bool isVerified;

    public Uri? Url { get; private set; } = url;

    /// <summary>Only addresses of this machine, so that nothing leaves it; they don't need https.</summary>
    public static bool IsAllowed(Uri url) => url.Scheme is "http" or "https" && url.IsLoopback;

    /// <summary>Sets an address that passed <see cref="FindProblemAsync"/>, or removes it with null.</summary>
    public void Use(Uri? endpoint)
    {
        (Url, isVerified) = (endpoint, endpoint is not null);
        presence.SetEndpoint(endpoint is not null);
    }

    public Task<EndpointResponse> SendAsync(JsonObject interaction, CancellationToken ct) => client.SendAsync(Url!, interaction, ct);

    /// <exception cref="BotTimeoutException">There is an endpoint, and it failed the verification.</exception>
    public async Task VerifyAsync(CancellationToken ct)
    {
        if (Url is not { } endpoint || isVerified)
            return;
        if (await FindProblemAsync(endpoint, ct) is { } problem)
            throw new BotTimeoutException($"{endpoint} could not be verified: {problem}.");
        isVerified = true;
    }

    /// <summary>The endpoint must answer a signed PING and reject a forged signature. Null when it does both.</summary>
    public async Task<string?> FindProblemAsync(Uri endpoint, CancellationToken ct)
    {
        try
        {
            var response = await client.SendAsync(endpoint, Ping(), ct);
            if (response.Status != 200 || response.Json?.Whole("type") != CallbackType.Pong)
                return $$"""it responded to a signed PING with {{response.Status}} instead of 200 and the JSON {"type":1}""";
            var toForged = await client.SendAsync(endpoint, Ping(), ct, forged: true);
            return toForged.Status == 401 ? null : $"it responded to a PING with a forged signature with {toForged.Status} instead of 401";
        }
        catch (HttpRequestException e)
        {
            return $"it did not answer a PING ({e.Message})";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "it did not answer a PING within 3 seconds";
        }
    }

    public void Dispose() => client.Dispose();

    JsonObject Ping() => new()
    {
        ["id"] = ids.Next(),
        ["application_id"] = Seed.ApplicationId,
        ["type"] = InteractionType.Ping,
        ["token"] = "ping",
        ["version"] = 1,
    };
}
