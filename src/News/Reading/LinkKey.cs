using System.Buffers;

namespace News.Reading;

/// <summary>
/// What the addresses of one article have in common: <c>gazette.example/2026/ferry?id=7</c>, however the link was come by.
/// The scheme, <c>www.</c> and its like, AMP forms, trailing slashes, fragments and <see cref="TrackingParameters"/> are left out,
/// and the query is put in order.
/// </summary>
public static class LinkKey
{
    /// <summary>A wrapped address may be wrapped again; more often than this is nobody's doing but mischief's.</summary>
    const int Wrappings = 3;

    const int MostSortedInPlace = 32;

    /// <summary>The same article at different addresses gives the same key: to compare, not to show or to open.</summary>
    /// <param name="link">Absolute, http or https.</param>
    public static string Of(Uri link)
    {
        for (var i = 0; i < Wrappings && AmpAddress.Unwrapped(link) is { } inner; i++)
            link = inner;

        var address = link.AbsoluteUri.AsSpan();
        address = address[(address.IndexOf("://") + 3)..];
        address = address[Math.Max(address.IndexOfAny('/', '?', '#'), 0)..];
        var fragment = Cut(ref address, '#');
        var query = Cut(ref address, '?');

        var host = SiteHost.Of(link);
        var length = host.Length + 6 + address.Length + 1 + query.Length + 1 + fragment.Length;
        char[]? rented = null;
        var key = new KeyWriter(length <= 512 ? stackalloc char[512] : rented = ArrayPool<char>.Shared.Rent(length));
        key.Write(host);
        if (!link.IsDefaultPort)
            key.WritePort(link.Port);
        AmpAddress.WritePlainPath(ref key, address);
        WriteQuery(ref key, query);
        if (fragment.StartsWith("!"))
        {
            key.Write("#");
            key.Write(fragment);
        }

        var made = key.ToString();
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return made;
    }

    static void WriteQuery(ref KeyWriter key, ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
            return;

        var most = query.Count('&') + 1;
        var kept = most <= MostSortedInPlace ? stackalloc Range[MostSortedInPlace] : new Range[most];
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            if (!query[range].IsEmpty && !TrackingParameters.Contains(query[range]) && !AmpAddress.IsAmpParameter(query[range]))
                kept[count++] = range;
        }

        if (count <= MostSortedInPlace)
            Sort(query, kept[..count]);
        else
            SortMany(query.ToString(), kept[..count]);

        for (var i = 0; i < count; i++)
        {
            key.Write(i == 0 ? "?" : "&");
            key.WriteEscaped(query[kept[i]]);
        }
    }

    static void Sort(ReadOnlySpan<char> query, Span<Range> parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            for (var j = i; j > 0 && query[parts[j]].SequenceCompareTo(query[parts[j - 1]]) < 0; j--)
                (parts[j], parts[j - 1]) = (parts[j - 1], parts[j]);
        }
    }

    static void SortMany(string query, Span<Range> parts) => parts.Sort((a, b) => query.AsSpan(a).SequenceCompareTo(query.AsSpan(b)));

    /// <summary>What follows the mark, which goes from <paramref name="text"/> with it.</summary>
    static ReadOnlySpan<char> Cut(ref ReadOnlySpan<char> text, char mark)
    {
        var at = text.IndexOf(mark);
        if (at < 0)
            return [];
        var rest = text[(at + 1)..];
        text = text[..at];
        return rest;
    }
}
