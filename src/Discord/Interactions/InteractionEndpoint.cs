using System.Text.Json;
using Discord.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Discord.Interactions;

/// <summary>
/// Receives interactions over HTTP instead of the gateway, for bots behind a reverse proxy. Map <see cref="HandleAsync"/> to the
/// interactions endpoint URL in the developer portal.
/// See https://discord.com/developers/docs/interactions/overview#configuring-an-interactions-endpoint-url.
/// </summary>
/// <param name="publicKey">64 hexadecimal digits, as shown in the developer portal.</param>
/// <param name="handle">
/// Responds with <c>CreateInteractionResponseAsync</c>, as for a gateway event. May take longer than the request.
/// </param>
/// <param name="stopping">Canceled when the host stops; cancels interactions that are still being handled.</param>
/// <exception cref="FormatException">The public key is invalid.</exception>
public sealed partial class InteractionEndpoint(
    string publicKey, Func<Interaction, CancellationToken, Task> handle, TimeProvider clock, ILogger log, CancellationToken stopping)
{
    /// <summary>A request that somebody sends again and again is logged this often.</summary>
    static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    /// <summary>Bytes. The largest possible interaction has about a tenth of this.</summary>
    internal const int MaxBody = 1024 * 1024;

    readonly InteractionSignature signature = new(publicKey);
    DateTimeOffset loggedAt;

    public ClockDifference Clocks { get; } = new(clock);

    /// <summary>
    /// Responds to a ping with a pong and to an interaction with 202, before handling it. Requests without a valid signature get 401,
    /// which Discord verifies regularly. So do requests that were signed more than five minutes ago or ahead: somebody may have
    /// recorded them.
    /// </summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Post;
            return;
        }

        if (await BodyAsync(context.Request, context.RequestAborted) is not { } body || !IsSigned(context.Request, body))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (Read(body) is not { } interaction)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (interaction.Type == InteractionType.Ping)
            await PongAsync(context.Response, context.RequestAborted);
        else
            await AcceptAsync(context.Response, interaction);
    }

    // Discord waits three seconds for the status. The request ends with it, and handling continues.
    async Task AcceptAsync(HttpResponse response, Interaction interaction)
    {
        response.StatusCode = StatusCodes.Status202Accepted;
        await response.CompleteAsync();
        await handle(interaction, stopping);
    }

    static async Task PongAsync(HttpResponse response, CancellationToken ct)
    {
        response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(
            response.Body, new() { Type = InteractionResponseType.Pong }, DiscordJson.Default.InteractionResponse, ct);
    }

    bool IsSigned(HttpRequest request, byte[] body)
    {
        var (signed, timestamp) = (request.Headers["X-Signature-Ed25519"].ToString(), request.Headers["X-Signature-Timestamp"].ToString());
        if (signature.SignedAt(signed, timestamp, body) is not { } signedAt)
            return false;
        Clocks.Note(signedAt);
        if (Clocks.IsTolerable(signedAt))
            return true;
        if (Clocks.Ours - loggedAt >= LogInterval)
            LogClocks(signedAt, loggedAt = Clocks.Ours);
        return false;
    }

    /// <returns>Null if the body is larger than anything that Discord sends.</returns>
    static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBody)
            return null;
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, ct)) > 0;)
        {
            if (body.Length + read > MaxBody)
                return null;
            body.Write(part, 0, read);
        }

        return body.ToArray();
    }

    Interaction? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction);
        }
        catch (JsonException fault)
        {
            LogUnreadable(fault.Message);
            return null;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Rejected a request that Discord signed at {Theirs:u}, because this machine's clock says {Ours:u}. Unless somebody sent an old "
        + "request again, set this machine's clock: Discord removes an endpoint that rejects its requests")]
    partial void LogClocks(DateTimeOffset theirs, DateTimeOffset ours);

    [LoggerMessage(LogLevel.Error, "Rejected an unreadable interaction over HTTP. {Reason}")]
    partial void LogUnreadable(string reason);
}
