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
        var tries = new RequestTries(route, clock);
        while (true)
        {
            var turn = await line.TurnAsync(route, ct);
            tries.Begin();

            RateLimitHeaders limits;
            byte[] answer;
            try
            {
                (limits, answer) = await ExchangeAsync(turn, body, ct);
            }
            catch (Exception fault) when (IsNetworkFault(fault, ct))
            {
                if (!tries.MayRepeat(fault))
                    throw new HttpRequestException($"{route}: no answer from {options.ApiBase.Host} ({fault.Message}).", fault);
                await BackOffAsync(route, tries.Count, fault.Message, ct);
                continue;
            }

            line.Learn(turn, limits);
            if (tries.AreDone(limits))
                return answer;
            if (!tries.MayRepeat(limits))
                throw DiscordApiException.From(route, limits, answer);
            if (limits.IsLimited)
                log.RateLimited(route, limits.Scope ?? "proxy", limits.RetryAfter.TotalSeconds);
            else
                await BackOffAsync(route, tries.Count, limits.Status.ToString(), ct);
        }
    }

    async Task<(RateLimitHeaders Limits, byte[] Answer)> ExchangeAsync(RateLimitTurn turn, RequestBody? body, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(turn.Route.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        try
        {
            using var request = Request(turn.Route, body);
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

    HttpRequestMessage Request(Route route, RequestBody? body)
    {
        var request = new HttpRequestMessage(route.Method, route.Address(options.ApiBase)) { Content = body?.ToContent() };
        foreach (var product in UserAgent)
            request.Headers.UserAgent.Add(product);
        if (!route.IsOfInteraction)
            request.Headers.Authorization = new("Bot", options.Token);
        return request;
    }

    async Task BackOffAsync(Route route, int attempt, string reason, CancellationToken ct)
    {
        var wait = Backoff.After(attempt, Random.Shared.NextDouble());
        log.TryingAgain(route, reason, attempt, wait.TotalSeconds);
        await Task.Delay(wait, clock, ct);
    }

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
