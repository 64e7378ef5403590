namespace Discord;

/// <summary>
/// Text for Discord's Markdown. The rules of the markup are in https://discord.com/developers/docs/reference#message-formatting
/// and https://support.discord.com/hc/en-us/articles/210298617.
/// </summary>
public static partial class DiscordText
{
    /// <summary>A masked link; just the label when the address cannot be linked.</summary>
    /// <param name="escapedLabel">From <see cref="Escape"/>, and shortened before: a cut link is no link.</param>
    /// <param name="url">Where it leads.</param>
    public static string Link(string escapedLabel, Uri url) => IsLinkable(url)
        ? $"[{escapedLabel.ReplaceLineEndings(" ")}]({Target(url)})"
        : escapedLabel;

    /// <summary>A time that each reader sees in their own language, such as "5 minutes ago".</summary>
    public static string Relative(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:R>";

    /// <summary>http or https, with a host, and without a user name, which could pass for a host.</summary>
    public static bool IsLinkable(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Host.Length > 0
        && url.UserInfo.Length == 0;

    // AbsoluteUri has percent-encoded spaces, quotes and angle brackets already. A star could end bold around the link.
    static string Target(Uri url) => url.AbsoluteUri
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal);
}
