using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Discord;

/// <summary>
/// Discord's HTTP API, one method a route, named as the documentation names it.
/// Every method throws <see cref="DiscordApiException"/> when Discord refuses, and <see cref="HttpRequestException"/> when it
/// cannot be reached; what may be mended by trying again has been tried by then. <see cref="JsonException"/> says that Discord's
/// answer is not what the documentation promises.
/// The addresses hold interaction tokens: the <see cref="HttpClient"/> must not log them.
/// </summary>
public sealed partial class DiscordRest(HttpClient http, DiscordOptions options, RateLimiter limiter, TimeProvider clock, ILogger<DiscordRest> log)
{
    static readonly ProductInfoHeaderValue[] UserAgent = [new("DiscordBot", null), new("(https://github.com/news-desk/news-desk, 0.1)")];

    readonly WaitingLine line = new(limiter, clock);

    static DiscordJson Json => DiscordJson.Default;

    async Task<TAnswer> SendAsync<TAnswer>(Route route, JsonTypeInfo<TAnswer> answer, CancellationToken ct) =>
        Answer(route, await SendAsync(route, body: null, ct), answer);

    async Task<TAnswer> SendAsync<TBody, TAnswer>(
        Route route, TBody body, JsonTypeInfo<TBody> type, JsonTypeInfo<TAnswer> answer, CancellationToken ct) =>
        await SendAsync(route, RequestBody.Of(body, type), answer, ct);

    async Task<TAnswer> SendAsync<TAnswer>(Route route, RequestBody body, JsonTypeInfo<TAnswer> answer, CancellationToken ct) =>
        Answer(route, await SendAsync(route, body, ct), answer);

    /// <summary>Take a turn, send, learn; then return, try again or throw.</summary>
    async Task<byte[]> SendAsync(Route route, RequestBody? body, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var turn = await line.TurnAsync(route, ct);

            RateLimitHeaders limits;
            byte[] answer;
            try
            {
                (limits, answer) = await ExchangeAsync(turn, body, ct);
                line.Learn(turn, limits);
            }
            catch (Exception fault) when (IsNetworkFault(fault, ct))
            {
                if (!MayRepeat(route, fault) || attempt >= route.Tries)
                    throw new HttpRequestException($"{route}: no answer from {options.ApiBase.Host} ({fault.Message}).", fault);
                await BackOffAsync(route, attempt, fault.Message, ct);
                continue;
            }

            if ((int)limits.Status is >= 200 and < 300)
                return answer;

            if (attempt < route.Tries && limits.IsLimited)
                log.RateLimited(route, limits.Scope ?? "proxy", limits.RetryAfter.TotalSeconds);
            else if (attempt < route.Tries && limits.Status >= HttpStatusCode.InternalServerError)
                await BackOffAsync(route, attempt, limits.Status.ToString(), ct);
            else
                throw DiscordApiException.From(route, limits, answer);
        }
    }

    async Task<(RateLimitHeaders Limits, byte[] Answer)> ExchangeAsync(RateLimitTurn turn, RequestBody? body, CancellationToken ct)
    {
        var route = turn.Route;
        using var request = new HttpRequestMessage(route.Method, route.Address(options.ApiBase));
        foreach (var product in UserAgent)
            request.Headers.UserAgent.Add(product);
        if (!route.IsOfInteraction)
            request.Headers.Authorization = new("Bot", options.Token);
        request.Content = body?.ToContent();

        using var timeout = new CancellationTokenSource(route.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var answer = await response.Content.ReadAsByteArrayAsync(either.Token);
            return (RateLimitHeaders.Read(response, answer), answer);
        }
        catch
        {
            line.Release(turn);
            throw;
        }
    }

    async Task BackOffAsync(Route route, int attempt, string reason, CancellationToken ct)
    {
        var wait = Backoff.After(attempt, Random.Shared.NextDouble());
        log.TryingAgain(route, reason, attempt, wait.TotalSeconds);
        await Task.Delay(wait, clock, ct);
    }

    // A request that never left this machine did nothing there.
    static bool MayRepeat(Route route, Exception fault) => route.MayRepeat || fault
        is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    static bool IsNetworkFault(Exception fault, CancellationToken ct) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested);

    static TAnswer Answer<TAnswer>(Route route, byte[] answer, JsonTypeInfo<TAnswer> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, type) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException fault)
        {
            throw new JsonException($"{route}: Discord's answer cannot be read. {fault.Message}", fault);
        }
    }
}
