using System.Text.RegularExpressions;
using Shared;

namespace Bot.Tests;

/// <summary>
/// No line needs scrolling, and every member fits a screen. A member's body is found by its formatting: from a <c>{</c> alone on
/// its line to the next <c>}</c> at the same indentation. Initializers of data and members without braces may be longer.
/// </summary>
public sealed partial class SourceTests
{
    const int Columns = 140;
    const int Lines = 60;

    [Fact]
    public void No_line_needs_scrolling() => AssertNone(Sources().SelectMany(LongLines));

    [Fact]
    public void Every_member_fits_a_screen() => AssertNone(Sources().SelectMany(LongMembers));

    [Fact]
    public void Line_over_the_limit_is_found()
    {
        var text = $"// {new string('x', Columns - 3)}\n// {new string('x', Columns - 2)}\n";

        Assert.Equal(["A.cs:2: 141 columns"], LongLines(new("A.cs", text)));
    }

    [Theory]
    [InlineData("void Run()", 60, null)]
    [InlineData("void Run()", 61, "A.cs:4: 61 lines")]
    [InlineData("static string Name(Kind kind) => kind switch", 61, "A.cs:4: 61 lines")]
    [InlineData("static readonly string[] Table = new Table", 61, null)]
    public void Member_over_the_limit_is_found(string header, int lines, string? problem)
    {
        var body = string.Concat(Enumerable.Repeat("        Next();\n", lines));
        var text = $"class A\n{{\n    {header}\n    {{\n{body}    }}\n\n    void Other()\n    {{\n    }}\n}}\n";

        Assert.Equal(problem is null ? [] : [problem], LongMembers(new("A.cs", text)));
    }

    [Fact]
    public void Braces_in_raw_strings_do_not_end_a_member()
    {
        var text = $"    void Run()\n    {{\n        Say(\"\"\"\n    }}\n\"\"\");\n{new string('\n', Lines)}    }}\n";

        Assert.Equal(["A.cs:2: 63 lines"], LongMembers(new("A.cs", text)));
    }

    /// <summary>A failure lists them all.</summary>
    static void AssertNone(IEnumerable<string> problems) => Assert.Equal("", string.Join('\n', problems));

    static IEnumerable<Source> Sources() =>
        from folder in (string[])["src", "tests"]
        from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
        where !path.Split('/').Intersect(["obj", "bin", "node_modules"]).Any()
        orderby path
        select new Source(path, File.ReadAllText(file));

    static IEnumerable<string> LongLines(Source source) => source.Lines.Index()
        .Where(line => line.Item.Length > Columns)
        .Select(line => $"{source.Path}:{line.Index + 1}: {line.Item.Length} columns");

    static IEnumerable<string> LongMembers(Source source)
    {
        var code = WithoutRawStrings(source.Lines);
        for (var start = 1; start < code.Count; start++)
        {
            if (code[start].Trim() != "{" || OtherHeader().IsMatch(Header(code, start)))
                continue;
            var end = code.FindIndex(start, line => line.StartsWith(code[start].Replace('{', '}'), StringComparison.Ordinal));
            if (end - start - 1 > Lines)
                yield return $"{source.Path}:{start + 1}: {end - start - 1} lines";
            start = Math.Max(start, end);
        }
    }

    /// <summary>The lines above a brace that belong to it, as one.</summary>
    static string Header(List<string> code, int brace) => string.Join(' ', code[..brace].AsEnumerable().Reverse()
        .TakeWhile(line => line.Trim() is { Length: > 0 } text && text[^1] is not (';' or '{' or '}') && !text.StartsWith("//"))
        .Reverse()
        .Select(line => line.Trim()));

    static List<string> WithoutRawStrings(IEnumerable<string> lines)
    {
        var isRaw = false;
        var code = new List<string>();
        foreach (var line in lines)
        {
            code.Add(isRaw ? "" : line);
            isRaw ^= RawQuotes().Count(line) % 2 == 1;
        }

        return code;
    }

    /// <summary>The headers of types and of initializers.</summary>
    [GeneratedRegex(@"\b(class|struct|record|interface|enum) \w|(\bnew\b[^;]*|\bwith)$|^namespace ")]
    private static partial Regex OtherHeader();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    sealed record Source(string Path, string Text)
    {
        public string[] Lines { get; } = Text.Split('\n');
    }
}
