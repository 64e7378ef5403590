using System.Net;

namespace Discord;

/// <summary>Discord refused a request. The message says which, why, and what to do; it holds no token.</summary>
public sealed class DiscordApiException : Exception
{
    internal DiscordApiException(
        Route route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> fieldErrors, TimeSpan? retryAfter = null)
        : base(Sentence(route, status, code, reason, fieldErrors, retryAfter))
    {
        Status = status;
        Code = code;
        Method = route.Method.Method;
        Route = route.Path;
        FieldErrors = fieldErrors;
        RetryAfter = retryAfter;
    }

    public HttpStatusCode Status { get; }

    /// <summary>Discord's own number, 0 when there is none. Those worth knowing are in <see cref="DiscordError"/>.</summary>
    public int Code { get; }

    public string Method { get; }

    /// <summary>The path with its ids, without interaction tokens and query.</summary>
    public string Route { get; }

    /// <summary>What is wrong with which field, such as <c>embeds.0.title: Must be 256 or fewer in length.</c></summary>
    public IReadOnlyList<string> FieldErrors { get; }

    /// <summary>When to come back, after a rate limit that is too long to wait for.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static DiscordApiException From(Route route, RateLimitHeaders answer, ReadOnlySpan<byte> body)
    {
        var error = ErrorBody.Read(body);
        var reason = error?.Message ?? answer.Status.ToString();
        return new(route, answer.Status, error?.Code ?? 0, reason, error?.FieldErrors() ?? [], answer.IsLimited ? answer.RetryAfter : null);
    }

    internal static DiscordApiException Limited(Route route, TimeSpan wait) =>
        new(route, HttpStatusCode.TooManyRequests, 0, "Rate limited", [], wait);

    static string Sentence(Route route, HttpStatusCode status, int code, string reason, IReadOnlyList<string> fieldErrors, TimeSpan? retryAfter)
    {
        var why = reason.StartsWith($"{(int)status}: ", StringComparison.Ordinal) ? reason[5..] : reason;
        var what = $"{route}: {(int)status} {why.TrimEnd('.')}" + (code == 0 ? "" : $" ({code})");
        var next = Remedy(route, status, code, retryAfter);
        return fieldErrors is []
            ? $"{what}. {next}".TrimEnd()
            : $"{what}: {string.Join(" ", fieldErrors)} {next}".TrimEnd();
    }

    static string Remedy(Route route, HttpStatusCode status, int code, TimeSpan? retryAfter) => (status, code) switch
    {
        _ when retryAfter is { } wait => $"Try again in {Math.Ceiling(wait.TotalSeconds):0} s.",
        _ when status == HttpStatusCode.Unauthorized && !route.IsOfInteraction =>
            "Discord does not accept the bot's token. Copy it again from the developer portal and set Discord:Token in the settings, "
            + "or DISCORD__TOKEN in the environment.",
        (_, DiscordError.MissingAccess or DiscordError.MissingPermissions) when route.Template.StartsWith("GET /channels/", StringComparison.Ordinal) =>
            "Give the bot View Channel and Read Message History there.",
        (_, DiscordError.MissingAccess) when route.Template.Contains("/channels/", StringComparison.Ordinal) =>
            "Give the bot View Channel and Send Messages in that channel.",
        (_, DiscordError.MissingAccess) => "Invite the bot to that guild with the scopes bot and applications.commands.",
        (_, DiscordError.MissingPermissions) =>
            "Give the bot Send Messages and Embed Links in that channel, and Send Messages in Threads for a thread.",
        (_, DiscordError.UnknownChannel) => "The channel was deleted. Choose another.",
        (_, DiscordError.CannotPostInForum) => "A forum takes posts, not messages: start a thread there.",
        (_, DiscordError.TagRequired) => "Choose a tag for posts in that forum.",
        (_, DiscordError.CannotMessageUser) => "They do not take private messages from this guild's members, or share no guild with the bot.",
        (_, DiscordError.UnknownInteraction) => "The first answer must arrive within 3 seconds. Defer when it may take longer.",
        (_, DiscordError.InteractionAlreadyAcknowledged) => "Edit the first answer or send a follow-up.",
        (_, DiscordError.UnknownWebhook or DiscordError.InvalidWebhookToken) when route.IsOfInteraction =>
            "An interaction can be answered for 15 minutes.",
        (_, DiscordError.BlockedByCloudflare) =>
            "Discord's proxy blocks this address or User-Agent. Wait, and look for a loop of refused requests in the log.",
        _ => "",
    };
}
