using System.Buffers;
using System.Globalization;

namespace Articles.Text;

/// <summary>
/// What all addresses of one article have in common: <c>gazette.example/2026/ferry?id=7</c>. The scheme, <c>www.</c> and similar
/// prefixes, AMP forms, trailing slashes, fragments and <see cref="TrackingParameters"/> are left out, and the query is sorted.
/// </summary>
public static class LinkKey
{
    /// <summary>A cache's address may contain another cache's; more levels than this are mischief.</summary>
    const int Wrappings = 3;

    const int MostSortedInPlace = 32;

    /// <summary>A key to compare, not to show or to open. It is stored, so a change of its form needs a migration.</summary>
    /// <param name="link">Absolute, http or https.</param>
    public static string Of(Uri link)
    {
        for (var i = 0; i < Wrappings && AddressForms.Uncached(link) is { } inner; i++)
            link = inner;

        var address = link.AbsoluteUri.AsSpan();
        address = address[(address.IndexOf("://") + 3)..];
        address = address[Math.Max(address.IndexOfAny('/', '?', '#'), 0)..];
        var fragment = Cut(ref address, '#');
        var query = Cut(ref address, '?');

        var host = AddressForms.Host(link);
        var length = host.Length + 6 + address.Length + 1 + query.Length + 1 + fragment.Length;
        char[]? rented = null;
        var key = new KeyWriter(length <= 512 ? stackalloc char[512] : rented = ArrayPool<char>.Shared.Rent(length));
        key.Write(host);
        if (!link.IsDefaultPort)
            key.WritePort(link.Port);
        WritePath(ref key, address);
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

    /// <summary>Writes a path without AMP's additions and trailing slashes. /amp alone stays: it is a page.</summary>
    static void WritePath(ref KeyWriter key, ReadOnlySpan<char> path)
    {
        var start = key.Length;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (range.Start.Value == 0 || AddressForms.IsAmpSegment(segment))
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

    static void WriteQuery(ref KeyWriter key, ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
            return;

        var most = query.Count('&') + 1;
        var kept = most <= MostSortedInPlace ? stackalloc Range[MostSortedInPlace] : new Range[most];
        var count = 0;
        foreach (var range in query.Split('&'))
        {
            if (!query[range].IsEmpty && !TrackingParameters.Contains(query[range]) && !AddressForms.IsAmpParameter(query[range]))
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

    /// <summary>What follows the mark; it and the mark are removed from <paramref name="text"/>.</summary>
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

/// <summary>Writes a key into a buffer that is known to be large enough.</summary>
ref struct KeyWriter(Span<char> room)
{
    readonly Span<char> room = room;

    public int Length { get; set; }

    public void Write(ReadOnlySpan<char> text)
    {
        text.CopyTo(room[Length..]);
        Length += text.Length;
    }

    public void WritePort(int port)
    {
        Write(":");
        port.TryFormat(room[Length..], out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>With percent-encoding in upper case: %c3 and %C3 are the same byte.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        var start = Length;
        Write(text);
        var written = room[start..Length];
        for (var at = written.IndexOf('%'); at >= 0 && at + 2 < written.Length; at = Next(written, at + 1, '%'))
        {
            written[at + 1] = char.ToUpperInvariant(written[at + 1]);
            written[at + 2] = char.ToUpperInvariant(written[at + 2]);
        }
    }

    public void TrimEnd(char mark, int start)
    {
        while (Length > start && room[Length - 1] == mark)
            Length--;
    }

    public override readonly string ToString() => room[..Length].ToString();

    static int Next(ReadOnlySpan<char> text, int from, char mark) => text[from..].IndexOf(mark) is >= 0 and var at ? from + at : -1;
}
