using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace News.Reading;

/// <summary>A file's bytes as text, or the problem that they can't be read.</summary>
static class ContentText
{
    /// <summary>With \n at the ends of lines, and without <see cref="HiddenCharacters"/>.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, ContentProblems problems)
    {
        if (bytes.Length > ContentLimits.FileBytes)
        {
            problems.Error(1, 1, $"The file is larger than {ContentLimits.FileBytes / 1024 / 1024} MB. Keep pictures and long documents elsewhere and link to them.");
            return null;
        }

        if (IsUtf16(bytes))
        {
            problems.Error(1, 1, "The file is UTF-16. Save the file as UTF-8.");
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];

        var room = ArrayPool<char>.Shared.Rent(bytes.Length);
        var status = Utf8.ToUtf16(bytes, room, out var read, out var written, replaceInvalidSequences: false);
        var text = new string(room, 0, written);
        ArrayPool<char>.Shared.Return(room);
        if (status is OperationStatus.Done)
            return Seen(text, problems);

        var (line, column) = Place(text, text.Length);
        problems.Error(line, column, $"The byte 0x{bytes[read]:X2} is not valid UTF-8. Save the file as UTF-8.");
        return null;
    }

    static string Seen(string text, ContentProblems problems)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var seen = HiddenCharacters.Remove(text, out var removed);
        if (removed is { } at)
        {
            var (line, column) = Place(text, at);
            problems.Warning(line, column, $"The invisible character U+{(int)text[at]:X4} stands here. It and its like are left out; delete them.");
        }

        return seen;
    }

    /// <summary>By its mark, or by the zeros that Latin letters have in it.</summary>
    static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'-', 0, (byte)'-', 0, ..] or [0, (byte)'-', 0, (byte)'-', ..];

    static (int Line, int Column) Place(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
