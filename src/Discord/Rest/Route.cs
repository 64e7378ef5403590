using System.Globalization;

namespace Discord.Rest;

/// <summary>
/// A method and path. The path is an interpolated string: its format identifies the endpoint for rate limits, and its arguments complete
/// the address. See https://discord.com/developers/docs/topics/rate-limits.
/// </summary>
sealed record Route
{
    static readonly string[] MajorTemplates = ["/channels/{0}", "/guilds/{0}", "/webhooks/{0}/{1}", "/interactions/{0}/{1}"];

    readonly FormattableString path;

    Route(HttpMethod method, FormattableString path)
    {
        this.path = path;
        Method = method;
        InteractionToken = path.GetArguments().OfType<InteractionToken?>().FirstOrDefault();
        Template = $"{method} {path.Format.Split('?')[0]}";
        Major = MajorParameter(path);
        CanRetry = method != HttpMethod.Post;
    }

    public HttpMethod Method { get; }

    /// <summary>The same for all requests that differ only in ids.</summary>
    public string Template { get; }

    /// <summary>The channel, guild or webhook that has a rate limit of its own. Each interaction has one, too.</summary>
    public string Major { get; }

    /// <summary>Authorized by the token in the address: needs no bot token and is exempt from the global limit.</summary>
    public bool IsInteraction => InteractionToken is not null;

    public InteractionToken? InteractionToken { get; }

    public bool IsWebhook => path.Format.StartsWith("/webhooks/", StringComparison.Ordinal);

    /// <summary>Whether sending the request again is harmless if it is unknown whether Discord executed the first one.</summary>
    public bool CanRetry { get; init; }

    /// <summary>The error of a retry that means that the first attempt, whose response was lost, has succeeded.</summary>
    public int? AlreadyDoneError { get; init; }

    public int MaxAttempts { get; init; } = 5;

    /// <summary>No retry starts this long after the first attempt; null means no deadline.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>
    /// How long after an attempt that Discord may have executed <see cref="CanRetry"/> holds. The process may have been stopped for
    /// longer. Null means forever.
    /// </summary>
    public TimeSpan? RepeatWithin { get; init; }

    /// <summary>How long to wait for one response, or for one rate limit.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    public static Route Get(FormattableString path) => new(HttpMethod.Get, path);
    public static Route Post(FormattableString path) => new(HttpMethod.Post, path);
    public static Route Put(FormattableString path) => new(HttpMethod.Put, path);
    public static Route Patch(FormattableString path) => new(HttpMethod.Patch, path);
    public static Route Delete(FormattableString path) => new(HttpMethod.Delete, path);

    public Uri Address(Uri apiBase) => new(apiBase.AbsoluteUri.TrimEnd('/') + Format(Escaped));

    /// <summary>For logs: without secrets and query.</summary>
    public override string ToString() => $"{Method} {Format(argument => argument?.ToString()).Split('?')[0]}";

    string Format(Func<object?, string?> print) =>
        string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(print)]);

    static string Escaped(object? argument) => Uri.EscapeDataString(argument switch
    {
        InteractionToken token => token.Value,
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        _ => argument?.ToString() ?? "",
    });

    static string MajorParameter(FormattableString path)
    {
        var template = MajorTemplates.FirstOrDefault(template => path.Format.StartsWith(template, StringComparison.Ordinal));
        return template is null ? "" : string.Format(CultureInfo.InvariantCulture, template, [.. path.GetArguments().Select(Escaped)]);
    }
}

/// <summary>A secret in a route: part of the address, but printed as an ellipsis.</summary>
readonly record struct InteractionToken(string Value)
{
    public override string ToString() => "…";
}
