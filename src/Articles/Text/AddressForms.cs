namespace Articles.Text;

/// <summary>The other forms in which sites and caches write the address of a page: for mobile devices, and as AMP.</summary>
static class AddressForms
{
    const string Cache = ".cdn.ampproject.org";

    /// <summary>Prefixes of hosts that have the same pages, for another device or by habit.</summary>
    static readonly string[] Prefixes = ["www.", "m.", "mobile.", "amp."];

    /// <summary>Followed by a country's two letters, these are shared by sites of different owners: m.co.uk is not co.uk.</summary>
    static readonly string[] SecondLevels =
    [
        "co", "com", "org", "net", "gov", "gob", "gouv", "edu", "ac", "or", "ne", "go", "me", "ltd", "plc", "nom", "asso",
    ];

    /// <summary>Segments of a path that only ask for the AMP form of a page.</summary>
    static readonly string[] AmpSegments = ["amp", "google-amp"];

    /// <summary>Parameters that ask for it by being there.</summary>
    static readonly string[] FlagParameters = ["amp", "isamp", "_amp"];

    /// <summary>Parameters that ask for it if their value is <c>amp</c>.</summary>
    static readonly string[] FormParameters =
    [
        "outputtype", "output", "view", "viewas", "type", "mode", "format", "display", "version", "layout",
    ];

    /// <summary>
    /// The host in lower case, names in other scripts as punycode, without <see cref="Prefixes"/> if the rest is still a site.
    /// </summary>
    public static string Host(Uri link)
    {
        var host = Ascii(link);
        var site = host.AsSpan().TrimEnd('.');
        for (var i = 0; i < Prefixes.Length; i++)
        {
            if (site.StartsWith(Prefixes[i], StringComparison.Ordinal) && IsSite(site[Prefixes[i].Length..]))
            {
                site = site[Prefixes[i].Length..];
                i = -1;
            }
        }

        // en.m.wikipedia.org
        var mobile = site.IndexOf(".m.", StringComparison.Ordinal);
        if (mobile > 0 && IsSite(site[(mobile + 3)..]))
            return string.Concat(site[..mobile], site[(mobile + 2)..]);
        return site.Length == host.Length ? host : site.ToString();
    }

    /// <summary>
    /// The publisher's address inside that of an AMP cache: <c>x-com.cdn.ampproject.org/c/s/x.com/story</c>,
    /// <c>www.google.com/amp/s/x.com/story</c> or <c>www-x-com.bing-amp.com/c/s/x.com/story</c>; <c>s</c> stands for https.
    /// Null for any other link.
    /// </summary>
    public static Uri? Uncached(Uri link)
    {
        var host = link.Host.AsSpan();
        var isCache = host.EndsWith(Cache, StringComparison.Ordinal)
            || host.SequenceEqual(Cache.AsSpan(1))
            || host.EndsWith(".bing-amp.com", StringComparison.Ordinal);
        string[] starts = isCache ? ["/c/", "/v/", "/wp/"] : host.StartsWith("www.google.", StringComparison.Ordinal) ? ["/amp/"] : [];
        foreach (var start in starts)
        {
            if (link.AbsolutePath.StartsWith(start, StringComparison.Ordinal))
                return Inner(link.AbsolutePath.AsSpan(start.Length), link.Query);
        }

        return null;
    }

    /// <param name="parameter">As written in the query: <c>name</c> or <c>name=value</c>.</param>
    public static bool IsAmpParameter(ReadOnlySpan<char> parameter)
    {
        var mark = parameter.IndexOf('=');
        var name = mark < 0 ? parameter : parameter[..mark];
        var value = mark < 0 ? [] : parameter[(mark + 1)..];
        if (IsAny(name, FlagParameters))
            return value is "" or "1" or "true" or "yes";
        return value.Equals("amp", StringComparison.OrdinalIgnoreCase) && IsAny(name, FormParameters);
    }

    public static bool IsAmpSegment(ReadOnlySpan<char> segment) => IsAny(segment, AmpSegments);

    static Uri? Inner(ReadOnlySpan<char> rest, string query)
    {
        var isSecure = rest.StartsWith("s/", StringComparison.Ordinal);
        var scheme = isSecure ? "https://" : "http://";
        var address = rest[(isSecure ? 2 : 0)..].ToString();
        // Google escapes the question mark of the inner query, so that its own query can follow.
        var mark = address.IndexOf("%3F", StringComparison.OrdinalIgnoreCase);
        var own = mark < 0 ? query : query.Length > 1 ? "&" + query[1..] : "";
        var inner = mark < 0 ? address : $"{address[..mark]}?{Uri.UnescapeDataString(address[(mark + 3)..])}";
        var isLink = Uri.TryCreate(scheme + inner + own, UriKind.Absolute, out var link);
        return isLink && link!.Host.Contains('.', StringComparison.Ordinal) ? link : null;
    }

    static bool IsAny(ReadOnlySpan<char> text, string[] names)
    {
        foreach (var name in names)
        {
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    static string Ascii(Uri link)
    {
        if (System.Text.Ascii.IsValid(link.Host))
            return link.Host;
        try
        {
            return link.IdnHost;
        }
        catch (UriFormatException)
        {
            return link.Host;
        }
    }

    static bool IsSite(ReadOnlySpan<char> host)
    {
        var dot = host.IndexOf('.');
        if (dot <= 0)
            return false;
        var top = host[(dot + 1)..];
        if (top.Length != 2)
            return true;
        foreach (var name in SecondLevels)
        {
            if (host[..dot].SequenceEqual(name))
                return false;
        }

        return true;
    }
}
