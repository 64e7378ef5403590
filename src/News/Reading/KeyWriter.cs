using System.Globalization;

namespace News.Reading;

/// <summary>Writes a link's key into room that is known to be enough.</summary>
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

    /// <summary>%c3 and %C3 are the same byte.</summary>
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
