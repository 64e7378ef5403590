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

    /// <summary>Where a message is to be found. See https://discord.com/developers/docs/reference#message-formatting.</summary>
    /// <param name="guild">Null for private messages.</param>
    /// <param name="channel">The channel or thread that it stands in.</param>
    /// <param name="message">Its id.</param>
    public static Uri MessageLink(string? guild, string channel, string message) => new($"https://discord.com/channels/{guild ?? "@me"}/{channel}/{message}");

    /// <summary>http or https, with a host, and without a user name, which could pass for a host.</summary>
    public static bool IsLinkable(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.Host.Length > 0
        && url.UserInfo.Length == 0;

    /// <summary>As RFC 3986 has it, by which Discord checks addresses: brackets in the path, and a second <c>#</c>, are percent-encoded.</summary>
    /// <param name="url">For which <see cref="IsLinkable"/> holds. Spaces, quotes and what is not ASCII it encodes by itself.</param>
    public static string Address(Uri url)
    {
        var address = url.AbsoluteUri;
        var hostEnd = url.GetLeftPart(UriPartial.Authority).Length;
        var rest = address[hostEnd..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        var fragment = rest.IndexOf('#', StringComparison.Ordinal) + 1;
        return fragment == 0 ? address[..hostEnd] + rest : address[..hostEnd] + rest[..fragment] + rest[fragment..].Replace("#", "%23", StringComparison.Ordinal);
    }

    // Angle brackets are percent-encoded already. A star could end bold around the link.
    static string Target(Uri url) => WithoutMentions(Address(url))
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal);
}
