namespace News.Reading;

/// <summary>The host that a site's own addresses have in common.</summary>
static class SiteHost
{
    /// <summary>Hosts for the same pages on another device, or by habit.</summary>
    static readonly string[] Prefixes = ["www.", "m.", "mobile.", "amp."];

    /// <summary>Below these, with a country's two letters, stand sites of different owners: m.co.uk is not co.uk.</summary>
    static readonly string[] SecondLevels = ["co", "com", "org", "net", "gov", "gob", "gouv", "edu", "ac", "or", "ne", "go", "me", "ltd", "plc", "nom", "asso"];

    /// <summary>Lower case, names in other scripts as punycode, without <see cref="Prefixes"/> where what remains is still a site.</summary>
    public static string Of(Uri link)
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
        return mobile > 0 && IsSite(site[(mobile + 3)..]) ? string.Concat(site[..mobile], site[(mobile + 2)..])
            : site.Length == host.Length ? host
            : site.ToString();
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
