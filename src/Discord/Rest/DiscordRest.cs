using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using Discord.Models;
using Microsoft.Extensions.Logging;

namespace Discord.Rest;

/// <summary>
/// Discord's HTTP API: one method per endpoint, with the documentation's name. Waits for rate limits and retries where that is safe.
/// Afterwards every method throws <see cref="DiscordApiException"/> if Discord rejects the request, and
/// <see cref="HttpRequestException"/> if Discord does not respond. A response that did not come from Discord counts as none: whatever
/// its status, it may be the page of a proxy or of a captive portal, and Discord may have executed the request.
/// Addresses contain interaction tokens, so the <see cref="HttpClient"/> must not log them.
/// </summary>
public sealed partial class DiscordRest(
    HttpClient http, DiscordOptions options, RateLimiter limiter, TimeProvider clock, ILogger<DiscordRest> log)
{
    static readonly ProductInfoHeaderValue[] UserAgent = [new("DiscordBot", null), new("(https://github.com/news-desk/news-desk, 0.1)")];

    readonly RequestQueue queue = new(limiter, clock);
    readonly DiscordClock discords = new(clock);

    static DiscordJson Json => DiscordJson.Wire;

    /// <summary>The time by Discord's clock, in UTC; null before the first response.</summary>
    public DateTimeOffset? DiscordsTime => discords.Now;

    Task<TResult> SendAsync<TResult>(Route route, JsonTypeInfo<TResult> result, CancellationToken ct) =>
        SendAsync(route, body: null, response => response.Read(result), ct);

    Task<TResult> SendAsync<TBody, TResult>(
        Route route, TBody body, JsonTypeInfo<TBody> type, JsonTypeInfo<TResult> result, CancellationToken ct) =>
        SendAsync(route, RequestBody.Of(body, type), result, ct);

    Task<TResult> SendAsync<TResult>(Route route, RequestBody body, JsonTypeInfo<TResult> result, CancellationToken ct) =>
        SendAsync(route, body, response => response.Read(result), ct);

    /// <summary>For requests whose success has no content.</summary>
    async Task SendAsync(Route route, RequestBody? body, CancellationToken ct) =>
        await SendAsync(route, body, response => response.ReadNothing(), ct);

    async Task<TResult> SendAsync<TResult>(Route route, RequestBody? body, Func<RestResponse, TResult> read, CancellationToken ct)
    {
        using var span = RestTraces.Request(route);
        var attempts = new RequestAttempts(route, clock);
        while (true)
        {
            var lease = await queue.WaitAsync(route, ct);
            if (!attempts.TryStart())
            {
                queue.Release(lease);
                throw new HttpRequestException($"{route}: it is too late to repeat it, and {options.ApiBase.Host} may have executed it.");
            }

            RestResponse response;
            TResult result;
            try
            {
                response = await ExchangeAsync(lease, body, ct);
                result = response.Headers.IsSuccess ? read(response) : default!;
                if (response.Headers.IsForeign)
                    throw response.Foreign("without Discord's error");
            }
            catch (Exception fault) when (IsNetworkFault(fault, ct))
            {
                queue.Release(lease);
                if (!attempts.CanRetry(fault))
                    throw new HttpRequestException($"{route}: {options.ApiBase.Host} did not respond ({fault.Message}).", fault);
                await BackOffAsync(route, attempts.Count, fault.Message, ct);
                continue;
            }
            catch
            {
                queue.Release(lease);
                throw;
            }

            queue.Update(lease, response.Headers);
            span?.Note(response.Headers, attempts.Count);
            if (response.Headers.IsRateLimited)
                RestMetrics.Refused(response.Headers.Scope);
            if (attempts.IsDone(response.Headers))
                return result;
            if (!attempts.CanRetry(response.Headers))
                throw DiscordApiException.From(route, response.Headers, response.Body);
            if (response.Headers.IsRateLimited)
                log.RateLimited(route, response.Headers.Scope ?? "proxy", response.Headers.RetryAfter.TotalSeconds);
            else
                await BackOffAsync(route, attempts.Count, response.Headers.Status.ToString(), ct);
        }
    }

    async Task<RestResponse> ExchangeAsync(RateLimitLease lease, RequestBody? body, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(lease.Route.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        using var request = Request(lease.Route, body);
        using var response = await http.SendAsync(request, either.Token);
        discords.Note(response);
        return await RestResponse.ReadAsync(response, either.Token);
    }

    HttpRequestMessage Request(Route route, RequestBody? body)
    {
        var request = new HttpRequestMessage(route.Method, route.Address(options.ApiBase)) { Content = body?.ToContent() };
        foreach (var product in UserAgent)
            request.Headers.UserAgent.Add(product);
        if (!route.IsInteraction)
            request.Headers.Authorization = new("Bot", options.Token);
        return request;
    }

    async Task BackOffAsync(Route route, int attempt, string reason, CancellationToken ct)
    {
        var wait = Backoff.After(attempt, Random.Shared.NextDouble());
        log.Retrying(route, attempt, reason, wait.TotalSeconds);
        await Task.Delay(wait, clock, ct);
    }

    static bool IsNetworkFault(Exception fault, CancellationToken ct) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested);
}

/// <summary>
/// The attempts of one request: decides whether to retry, and whether an earlier attempt has already succeeded. After a lost response
/// or a 5xx status, it is unknown whether Discord executed the request.
/// </summary>
sealed class RequestAttempts(Route route, TimeProvider clock)
{
    DateTimeOffset? first;
    DateTimeOffset current;
    DateTimeOffset? mayBeDoneSince;

    public int Count { get; private set; }

    bool IsTooLate => mayBeDoneSince is { } since && (clock.GetUtcNow() - since).Duration() >= route.RepeatWithin;

    bool IsLast => Count >= route.MaxAttempts || clock.GetUtcNow() - first >= route.Deadline;

    /// <summary>Whether an attempt may start now. Waiting for it may have taken long.</summary>
    public bool TryStart()
    {
        if (IsTooLate)
            return false;
        Count++;
        current = clock.GetUtcNow();
        first ??= current;
        return true;
    }

    /// <summary>Whether to retry after an attempt without a response.</summary>
    public bool CanRetry(Exception fault)
    {
        if (!WasNotSent(fault))
            mayBeDoneSince ??= current;
        return !IsLast && !IsTooLate && (route.CanRetry || WasNotSent(fault));
    }

    /// <summary>Whether to retry after a response for which <see cref="IsDone"/> is false.</summary>
    public bool CanRetry(RateLimitHeaders response)
    {
        var isServerError = response.Status >= HttpStatusCode.InternalServerError;
        if (isServerError)
            mayBeDoneSince ??= current;
        return !IsLast && !IsTooLate && (response.IsRateLimited || (isServerError && route.CanRetry));
    }

    /// <summary>Whether this or an earlier attempt has succeeded.</summary>
    public bool IsDone(RateLimitHeaders response) =>
        response.IsSuccess || (mayBeDoneSince is not null && response.Code is { } code && code == route.AlreadyDoneError);

    // Without a connection, Discord cannot have executed the request.
    static bool WasNotSent(Exception fault) => fault
        is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}

/// <summary>Discord's clock, by the dates of its responses. This machine's may be wrong, or may jump.</summary>
sealed class DiscordClock(TimeProvider clock)
{
    /// <summary>A date, and this machine's monotonic time when it arrived.</summary>
    (DateTimeOffset Date, long At)? noted;

    readonly Lock gate = new();

    /// <summary>In UTC, to the second; null before the first response.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            lock (gate)
                return noted is { } last ? last.Date + clock.GetElapsedTime(last.At) : null;
        }
    }

    /// <summary>Only a success is sure to come from Discord: a proxy has a clock of its own.</summary>
    public void Note(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode || response.Headers.Date is not { } date)
            return;
        lock (gate)
            noted = (date, clock.GetTimestamp());
    }
}
