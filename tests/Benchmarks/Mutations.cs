using System.Text;

namespace Benchmarks;

/// <summary>Files made from samples by a few random changes.</summary>
sealed class Mutations(IReadOnlyList<byte[]> samples, Random random)
{
    /// <summary>Text with a meaning in YAML, HTML, Markdown or a terminal, and common mistakes.</summary>
    static readonly string[] Pieces =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "? ", "#", " #", "&a ", "*a", "!!binary ", "!", "|", ">", "'", "\"", "\\", "\\u202E",
        "\\uD800", "\\0", "%", "@", "`", ",", "---", "\n---\n", "\n...\n", "<<: *a", "~", "null", "\t", "\r", "\r\n", "\n\n",
        "\0", "\u0001", "\u0085", "\u200B", "\u202E", "\u2028", "\uFEFF", "\uFFFF", "\U0001F980", "é", "&amp;", "&#0;", "&#8238;",
        "&#x110000;", "<b>", "</p>", "<script>", "<!--", "<a href=\"", "3 < 5",
        "javascript:alert(1)", "https://ann:x@a.example/", "http://", "https://\u0430pple.example/", "2026-13-45",
        "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "1e999", "-0", "NaN", "017", "yes",
        "title: x\n", "related:\n", "  - ", "    ", "\nimages: []\n", "\nprovider: x\n", "\ntopics: x\n", "**", "[a](", "```\n", "> ",
        "| a |\n",
    ];

    public byte[] Next()
    {
        var file = samples[random.Next(samples.Count)].ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
            Change(file);
        var bytes = file.ToArray();
        return random.Next(100) switch
        {
            0 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
            1 => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)),
            2 => [.. Encoding.UTF8.Preamble, .. bytes],
            _ => bytes,
        };
    }

    void Change(List<byte> file)
    {
        var at = random.Next(file.Count + 1);
        var length = Math.Min(random.Next(1, 60), file.Count - at);
        switch (random.Next(9))
        {
            case 0 when length > 0:
                file[at] = (byte)random.Next(256);
                break;
            case 1:
                file.RemoveRange(at, length);
                break;
            case 2:
                file.InsertRange(at, file.GetRange(at, length));
                break;
            case 3 when random.Next(20) == 0:
                file.RemoveRange(at, file.Count - at);
                break;
            case 4 when random.Next(100) == 0:
                Repeat(file, at, file.GetRange(at, Math.Min(length, 8)));
                break;
            case 5 when random.Next(100) == 0:
                Repeat(file, at, [.. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])]);
                break;
            case 6:
                MoveLine(file, at);
                break;
            case 7:
                var other = samples[random.Next(samples.Count)];
                var from = random.Next(other.Length);
                file.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 200))]);
                break;
            default:
                file.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
        }
    }

    /// <summary>Repeats a piece often enough to exceed every limit of a file.</summary>
    void Repeat(List<byte> file, int at, List<byte> piece)
    {
        var times = (int)Math.Pow(10, random.NextDouble() * 5.5);
        var most = 1_200_000 / Math.Max(piece.Count, 1);
        byte[] repeated = [.. Enumerable.Repeat(piece, Math.Min(times, most)).SelectMany(bytes => bytes)];
        file.InsertRange(at, repeated);
    }

    void MoveLine(List<byte> file, int at)
    {
        var start = file.IndexOf((byte)'\n', Math.Min(at, file.Count)) + 1;
        var end = file.IndexOf((byte)'\n', start) + 1;
        if (start <= 0 || end <= start)
            return;
        var line = file.GetRange(start, end - start);
        file.RemoveRange(start, line.Count);
        file.InsertRange(random.Next(file.Count + 1), line);
    }
}
