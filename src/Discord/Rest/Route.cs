using System.Globalization;

namespace Discord;

/// <summary>
/// A method and a path. The path is an interpolated string: its format is the template that rate limits are kept by,
/// its arguments give the address. See https://discord.com/developers/docs/topics/rate-limits.
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
        MayRepeat = method != HttpMethod.Post;
    }

    public HttpMethod Method { get; }

    /// <summary>Shared by all requests that differ in ids alone.</summary>
    public string Template { get; }

    /// <summary>The channel, guild or webhook that a limit is counted for. An interaction counts for itself.</summary>
    public string Major { get; }

    /// <summary>Carries its right in the address: needs no bot token, and is outside of the global limit.</summary>
    public bool IsOfInteraction => InteractionToken is not null;

    /// <summary>The interaction that the route is of.</summary>
    public InteractionToken? InteractionToken { get; }

    /// <summary>Leads to messages by the right of a token.</summary>
    public bool IsOfWebhook => path.Format.StartsWith("/webhooks/", StringComparison.Ordinal);

    /// <summary>Whether sending it a second time does no harm when the first answer was lost, or a 5xx, which says as little.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The error that says, after a lost answer, that the first try had done it: there is nothing left to do.</summary>
    public int? DoneBefore { get; init; }

    /// <summary>How often it is tried before giving up.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Nothing is tried again when so much time has gone since the first try; null is never too late.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How long one answer, or one rate limit, is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    public static Route Get(FormattableString path) => new(HttpMethod.Get, path);
    public static Route Post(FormattableString path) => new(HttpMethod.Post, path);
    public static Route Put(FormattableString path) => new(HttpMethod.Put, path);
    public static Route Patch(FormattableString path) => new(HttpMethod.Patch, path);
    public static Route Delete(FormattableString path) => new(HttpMethod.Delete, path);

    public Uri Address(Uri apiBase) => new(apiBase.AbsoluteUri.TrimEnd('/') + Format(Escaped));

    /// <summary>For people and logs: without secrets and query.</summary>
    public string Path => Format(argument => argument?.ToString()).Split('?')[0];

    public override string ToString() => $"{Method} {Path}";

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
