using System.Text.Json.Nodes;
using Sandbox.Page;
using Sandbox.Wire;

namespace Sandbox.Interactions;

/// <summary>
/// The address that interactions are sent to instead of the gateway, if the application has one.
/// https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint
/// </summary>
sealed class InteractionsEndpoint(Uri? url, TimeSpan answerTime, Snowflakes ids, TimeProvider clock, Presence presence) : IDisposable
{
    readonly EndpointPost post = new(answerTime, clock);

    // An address of the options may belong to a bot that starts later: it is checked before its first interaction.
    bool isChecked;

    public Uri? Url { get; private set; } = url;

    /// <summary>Only this machine's: what is here has no business elsewhere, so plain http will do.</summary>
    public static bool IsAllowed(Uri url) => url.Scheme is "http" or "https" && url.IsLoopback;

    /// <summary>Takes an address that <see cref="WrongWithAsync"/> found nothing wrong with, or none.</summary>
    public void Use(Uri? endpoint)
    {
        (Url, isChecked) = (endpoint, endpoint is not null);
        presence.HasEndpoint(endpoint is not null);
    }

    public Task<EndpointAnswer> SendAsync(JsonObject interaction, CancellationToken ct) => post.SendAsync(Url!, interaction, ct);

    /// <exception cref="BotSilence">There is an endpoint that does not verify signatures.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        if (Url is not { } endpoint || isChecked)
            return;
        if (await WrongWithAsync(endpoint, ct) is { } wrong)
            throw new BotSilence($"{endpoint} could not be verified: {wrong}.");
        isChecked = true;
    }

    /// <summary>Whether it answers a signed PING, and refuses one whose signature is forged. Null when both hold.</summary>
    public async Task<string?> WrongWithAsync(Uri endpoint, CancellationToken ct)
    {
        try
        {
            var answer = await post.SendAsync(endpoint, Ping(), ct);
            if (answer.Status != 200 || answer.Json?.Whole("type") != CallbackType.Pong)
                return $$"""a signed PING was answered with {{answer.Status}}, not with 200 and the JSON {"type":1}""";
            var toForged = await post.SendAsync(endpoint, Ping(), ct, forged: true);
            return toForged.Status == 401 ? null : $"a PING with a forged signature was answered with {toForged.Status}, not with 401";
        }
        catch (HttpRequestException e)
        {
            return $"a PING got no answer ({e.Message})";
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "a PING got no answer within 3 seconds";
        }
    }

    public void Dispose() => post.Dispose();

    JsonObject Ping() => new()
    {
        ["id"] = ids.Next(),
        ["application_id"] = Seed.ApplicationId,
        ["type"] = InteractionType.Ping,
        ["token"] = "ping",
        ["version"] = 1,
    };
}
