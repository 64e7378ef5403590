using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace News.Reading;

/// <summary>A file's bytes as text, or the problem that they can't be read.</summary>
static class ContentText
{
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, List<ContentProblem> problems)
    {
        if (bytes.Length > ContentLimits.FileBytes)
        {
            problems.Add(new(path, 1, 1, $"The file is larger than {ContentLimits.FileBytes / 1024 / 1024} MB. Keep pictures and long documents elsewhere and link to them."));
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];

        var text = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
        var decoded = new string(text, 0, written);
        if (status is OperationStatus.Done)
            return decoded;

        var lastBreak = decoded.LastIndexOf('\n');
        problems.Add(new(
            path, decoded.AsSpan().Count('\n') + 1, decoded.Length - lastBreak,
            $"The byte 0x{bytes[read]:X2} is not valid UTF-8. Save the file as UTF-8."));
        return null;
    }
}
