using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Discord;

/// <summary>
/// Interactions over HTTP instead of the gateway, for those who run behind a proxy: map <see cref="HandleAsync"/> to the
/// address that the developer portal has as the interactions endpoint.
/// See https://discord.com/developers/docs/interactions/overview#configuring-an-interactions-endpoint-url.
/// </summary>
/// <param name="publicKey">Hexadecimal, as the developer portal shows it.</param>
/// <param name="handle">Answers through the callback route, as after an event of the gateway. May take longer than the request.</param>
/// <param name="log">Told of what Discord signed and this client cannot read.</param>
/// <param name="stopping">When the host stops: nobody waits for what is still being handled.</param>
/// <exception cref="FormatException">The key is none.</exception>
public sealed partial class InteractionEndpoint(
    string publicKey, Func<Interaction, CancellationToken, Task> handle, ILogger log, CancellationToken stopping)
{
    /// <summary>Bytes. An interaction with everything that it may refer to is a tenth of this.</summary>
    internal const int LargestBody = 1024 * 1024;

    readonly InteractionSignature signature = new(publicKey);

    /// <summary>
    /// Answers a ping with a pong, and an interaction with 202 before it is handled. What is not Discord's gets 401, as Discord
    /// itself makes sure of from time to time.
    /// </summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Post;
            return;
        }

        if (await BodyAsync(context.Request, context.RequestAborted) is not { } body || !IsDiscords(context.Request, body))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (Read(body) is not { } interaction)
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (interaction.Type == InteractionType.Ping)
            await PongAsync(context.Response, context.RequestAborted);
        else
            await AcceptAsync(context.Response, interaction);
    }

    // Discord waits three seconds for the status alone. The request ends with it, the handling goes on.
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

    bool IsDiscords(HttpRequest request, byte[] body) => signature.IsValid(
        request.Headers["X-Signature-Ed25519"].ToString(), request.Headers["X-Signature-Timestamp"].ToString(), body);

    /// <returns>Null when it is longer than anything that Discord sends.</returns>
    static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBody)
            return null;
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, ct)) > 0;)
        {
            if (body.Length + read > LargestBody)
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

    [LoggerMessage(LogLevel.Error, "An interaction over HTTP could not be read and is refused. {Reason}")]
    partial void LogUnreadable(string reason);
}
