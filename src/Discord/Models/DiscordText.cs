namespace Discord.Models;

/// <summary>
/// Text in Discord's Markdown. See https://discord.com/developers/docs/reference#message-formatting and
/// https://support.discord.com/hc/en-us/articles/210298617.
/// </summary>
public static partial class DiscordText
{
    /// <summary>A masked link, or just the label if the address cannot be linked.</summary>
    /// <param name="escapedLabel">Escaped with <see cref="Escape"/> and already shortened: a truncated link would not work.</param>
    public static string Link(string escapedLabel, Uri url) => IsLinkable(url)
        ? $"[{escapedLabel.ReplaceLineEndings(" ")}]({Target(url)})"
        : escapedLabel;

    /// <summary>A timestamp that each reader sees in their own language, such as "5 minutes ago".</summary>
    public static string Relative(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:R>";

    /// <summary>The time of day by each reader's clock, such as "16:20".</summary>
    public static string ShortTime(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:t>";

    /// <summary>The day and the time by each reader's calendar and clock, such as "20 April 2021 16:20".</summary>
    public static string LongTime(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:f>";

    /// <summary>The day by each reader's calendar, such as "20/04/2021".</summary>
    public static string ShortDate(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:d>";

    /// <summary>The address of a message, for opening it in Discord.</summary>
    /// <param name="guild">The id of the guild; null for direct messages.</param>
    /// <param name="channel">The id of the channel or thread.</param>
    /// <param name="message">The id of the message.</param>
    public static Uri MessageLink(string? guild, string channel, string message) =>
        new($"https://discord.com/channels/{guild ?? "@me"}/{channel}/{message}");

    /// <summary>True for http and https with a host and no user name, which readers could mistake for the host.</summary>
    public static bool IsLinkable(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Host.Length > 0
        && url.UserInfo.Length == 0;

    /// <summary>
    /// The address as RFC 3986 requires it, which Discord enforces. <see cref="Uri"/> already encodes spaces, quotes and non-ASCII
    /// characters; this also percent-encodes brackets after the host and a second <c>#</c>.
    /// </summary>
    /// <param name="url">Must satisfy <see cref="IsLinkable"/>.</param>
    public static string Address(Uri url)
    {
        var address = url.AbsoluteUri;
        if (!address.AsSpan().ContainsAny('[', ']', '#'))
            return address;
        var hostEnd = url.GetLeftPart(UriPartial.Authority).Length;
        var rest = address[hostEnd..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        var fragment = rest.IndexOf('#', StringComparison.Ordinal) + 1;
        if (fragment > 0)
            rest = rest[..fragment] + rest[fragment..].Replace("#", "%23", StringComparison.Ordinal);
        return address[..hostEnd] + rest;
    }

    // Angle brackets are already percent-encoded. An asterisk could end bold text around the link.
    static string Target(Uri url) => WithoutMentions(Address(url))
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal);
}
