namespace News.Reading;

/// <summary>The forms in which AMP writes an article's address, on the outlet's own site and on others' caches.</summary>
static class AmpAddress
{
    const string Cache = ".cdn.ampproject.org";

    /// <summary>Segments of a path that only say in which form the page is wanted.</summary>
    static readonly string[] Segments = ["amp", "google-amp"];

    /// <summary>Names of parameters that say so when their value is <c>amp</c>.</summary>
    static readonly string[] FormParameters = ["outputtype", "output", "view", "viewas", "type", "mode", "format", "display", "version", "layout"];

    /// <summary>
    /// The address inside a cache's: <c>x-com.cdn.ampproject.org/c/s/x.com/story</c>, <c>www.google.com/amp/s/x.com/story</c>
    /// or <c>www-x-com.bing-amp.com/c/s/x.com/story</c>; <c>s</c> stands for https. Null where the link is no such thing.
    /// </summary>
    public static Uri? Unwrapped(Uri link)
    {
        var host = link.Host.AsSpan();
        string[] doors = host.EndsWith(Cache, StringComparison.Ordinal) || host.SequenceEqual(Cache.AsSpan(1)) || host.EndsWith(".bing-amp.com", StringComparison.Ordinal)
            ? ["/c/", "/v/", "/wp/"]
            : host.StartsWith("www.google.", StringComparison.Ordinal) ? ["/amp/"] : [];
        foreach (var door in doors)
        {
            if (link.AbsolutePath.StartsWith(door, StringComparison.Ordinal))
                return Inner(link.AbsolutePath.AsSpan(door.Length), link.Query);
        }

        return null;
    }

    /// <summary>Writes a path without what AMP adds to it and without slashes at its end. /amp alone stays: it is a page.</summary>
    public static void WritePlainPath(ref KeyWriter key, ReadOnlySpan<char> path)
    {
        var start = key.Length;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (range.Start.Value == 0 || IsAmpSegment(segment))
                continue;
            key.Write("/");
            if (segment.EndsWith(".amp.html", StringComparison.OrdinalIgnoreCase))
            {
                key.WriteEscaped(segment[..^".amp.html".Length]);
                key.Write(".html");
            }
            else
            {
                key.WriteEscaped(segment.EndsWith(".amp", StringComparison.OrdinalIgnoreCase) ? segment[..^".amp".Length] : segment);
            }
        }

        key.TrimEnd('/', start);
        if (key.Length == start && path.Length > 1)
            key.WriteEscaped(path.TrimEnd('/'));
    }

    /// <param name="parameter">As it stands in the query: <c>name</c> or <c>name=value</c>.</param>
    public static bool IsAmpParameter(ReadOnlySpan<char> parameter)
    {
        var mark = parameter.IndexOf('=');
        var name = mark < 0 ? parameter : parameter[..mark];
        var value = mark < 0 ? [] : parameter[(mark + 1)..];
        if (name.Equals("amp", StringComparison.OrdinalIgnoreCase) || name.Equals("isamp", StringComparison.OrdinalIgnoreCase) || name.Equals("_amp", StringComparison.OrdinalIgnoreCase))
            return value is "" or "1" or "true" or "yes";
        if (!value.Equals("amp", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var form in FormParameters)
        {
            if (name.Equals(form, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    static bool IsAmpSegment(ReadOnlySpan<char> segment)
    {
        foreach (var name in Segments)
        {
            if (segment.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    static Uri? Inner(ReadOnlySpan<char> rest, string query)
    {
        var isSecure = rest.StartsWith("s/", StringComparison.Ordinal);
        var scheme = isSecure ? "https://" : "http://";
        var address = rest[(isSecure ? 2 : 0)..].ToString();
        // Google writes the inner query's mark escaped, so that its own can follow.
        var mark = address.IndexOf("%3F", StringComparison.OrdinalIgnoreCase);
        var inner = mark < 0 ? scheme + address + query : $"{scheme}{address[..mark]}?{Uri.UnescapeDataString(address[(mark + 3)..])}{(query.Length > 1 ? "&" + query[1..] : "")}";
        return Uri.TryCreate(inner, UriKind.Absolute, out var link) && link.Host.Contains('.', StringComparison.Ordinal) ? link : null;
    }
}
