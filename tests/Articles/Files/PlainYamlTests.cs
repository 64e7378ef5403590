using System.Text;
using Articles.Files;
using CsCheck;
using Shared;

namespace Articles.Tests.Files;

/// <summary>YamlDotNet is the judge of our reader of plain YAML: same values, same places.</summary>
public class PlainYamlTests
{
    static readonly Gen<string> Value = Gen.OneOf(
        "", "", "Boat", " Boat ", "Harbour Gazette", "2026-08-14", "017", "-1", "- 1", "~", "null", "https://a.example/x?y=1#z",
        "a: b", "a:", "a #b", "a#b", "'it''s'", "''", "'a' b", "\"\"", "\"q\"", "\"a \\\"b\\\" \\\\ c\"", "\"\\n\\r\\t\\/\"", "\"\\x41\"",
        "\"a: b # c\"", "\"open", "'open", "'", "\"", "\"a\" # b", "[a]", "{a: b}", "|", ">", "&a", "*a", "!a", "?", "? a", "@a", "`a`",
        "%a", "é", "“a”", "λ: μ", "\U0001F980", ".5", "+5", "+", "-a", "--- a", "...", ",", "a, b", "a - b", "a\\b", "a \"b\" c",
        "it's", "# c", "=", "<<");

    /// <summary>A line as people write it.</summary>
    static readonly Gen<string> Usual = Gen.Select(
            Gen.OneOf("", "", "", "  ", "  ", "  - ", "- ", "    "),
            Gen.Char['a', 'z'],
            Gen.OneOf(": x", ": \"y: \\\"z\\\"\"", ":", ": 7  ", ": 'it''s'"))
        .Select((indent, name, value) => indent + name + value);

    static readonly Gen<string> Hard = Gen.Select(
        Gen.OneOf(0, 0, 0, 2, 2, 4, 4, 1, 3, 6),
        Gen.OneOf("", "", "", "- ", "- ", "-  ", "-", "- - "),
        Gen.OneOf("", "a:", "b:", "title:", "images:", "c :", "a-b:", "'q':", "_id:", "a:b:", "# "),
        Gen.OneOf("", " ", " ", " ", "  "),
        Value).Select((indent, item, name, gap, value) => new string(' ', indent) + item + name + gap + value);

    static readonly Gen<string> Line = Gen.Frequency((7, Usual), (1, Hard));

    static readonly Gen<string> Yaml = Line.List[0, 9].Select(lines => string.Join('\n', lines));

    [Fact]
    public void Both_readers_agree_on_any_lines()
    {
        var plain = 0;
        Yaml.Sample(yaml => Compare(yaml, ref plain), iter: 3000, threads: 1);

        Assert.InRange(plain, 50, 3000);
    }

    [Fact]
    public void Both_readers_agree_on_the_samples_and_their_pieces()
    {
        var plain = 0;
        var samples = Directory.GetFiles(Path.Combine(Checkout.Root, "content"), "2*.md");
        Assert.NotEmpty(samples);
        foreach (var file in samples)
        {
            var lines = FrontMatter.Split(File.ReadAllBytes(file), new("a.md"))!.Value.Yaml.Split('\n');
            for (var from = 0; from < lines.Length; from += 7)
            {
                for (var to = from + 1; to < lines.Length; to += 11)
                    Compare(string.Join('\n', lines[from..to]), ref plain);
            }
        }

        Assert.InRange(plain, 50, int.MaxValue);
    }

    [Fact]
    public void Corpus_is_plain_YAML()
    {
        var plain = 0;
        var files = Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_news"), "*.md");
        foreach (var file in files)
            Compare(FrontMatter.Split(File.ReadAllBytes(file), new("a.md"))!.Value.Yaml, ref plain);

        Assert.InRange(plain, files.Length - 5, files.Length);
    }

    static void Compare(string yaml, ref int plain)
    {
        if (PlainYaml.Read(yaml, firstLine: 3) is not { } read)
            return;

        plain++;
        var problems = new ContentProblems("a.md");
        var judged = YamlParser.Parse(yaml, problems, YamlKind.FrontMatter, firstLine: 3);
        Assert.True(judged is not null, $"{string.Join('\n', problems.All())}\n{yaml}");
        Assert.Equal(Text(judged), Text(read));
    }

    static string Text(FieldValue value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    static void Write(StringBuilder text, FieldValue value, int depth)
    {
        text.Append(' ', depth).Append($"{value.Line}:{value.Column} {value.Kind} ");
        switch (value)
        {
            case ScalarValue scalar:
                text.AppendLine($"{scalar.IsPlain} <{scalar.Text}>");
                break;
            case ListValue list:
                text.AppendLine();
                foreach (var item in list.Items)
                    Write(text, item, depth + 1);
                break;
            case MapValue map:
                text.AppendLine();
                foreach (var field in map.Fields)
                {
                    text.Append(' ', depth).AppendLine($"{field.Line}:{field.Column} {field.Name}");
                    Write(text, field.Value, depth + 1);
                }

                break;
        }
    }
}
