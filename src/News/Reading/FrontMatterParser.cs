using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace News.Reading;

/// <summary>
/// YAML to <see cref="FieldValue"/>s by the parser's events, so that each value keeps its place
/// and neither aliases nor nesting can grow beyond what stands in the file.
/// </summary>
sealed class FrontMatterParser
{
    readonly int lineOffset;
    readonly ContentProblems problems;
    readonly YamlKind kind;
    readonly Parser parser;
    (int Line, int Column) reached;

    FrontMatterParser(FrontMatter frontMatter, ContentProblems problems, YamlKind kind)
    {
        this.problems = problems;
        this.kind = kind;
        lineOffset = frontMatter.FirstLine - 1;
        reached = (frontMatter.FirstLine, 1);
        parser = new Parser(new StringReader(frontMatter.Yaml));
    }

    public static MapValue? Parse(FrontMatter frontMatter, ContentProblems problems) => PlainYaml.Read(frontMatter) ?? ParseYaml(frontMatter, problems, YamlKind.FrontMatter);

    /// <summary>Any YAML.</summary>
    internal static MapValue? ParseYaml(FrontMatter frontMatter, ContentProblems problems, YamlKind kind)
    {
        var reader = new FrontMatterParser(frontMatter, problems, kind);
        try
        {
            return reader.Document();
        }
        catch (YamlException bad)
        {
            var reason = (bad.InnerException as YamlException ?? bad).Message;
            reader.Report(bad.Start, $"This is not valid YAML: {Sentence(reason)} {reader.kind.Advice}");
            return null;
        }
        catch (Exception bad) when (bad is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
        {
            // The parser's own mistakes, on some of the files that are not YAML.
            var (line, column) = reader.reached;
            problems.Error(line, column, $"This, or what follows it, is not valid YAML. {reader.kind.Advice}");
            return null;
        }
    }

    MapValue? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return new(1 + lineOffset, 1, []);

        var value = Value(depth: 1);
        if (value is not null && parser.Accept<DocumentEnd>(out _) && parser.MoveNext() && parser.Accept<DocumentStart>(out var second))
        {
            Report(second.Start, "A second document begins here, and would be lost. Delete the line ---, or put the fields above it.");
            return null;
        }

        if (value is MapValue map)
            return map;
        if (value is ScalarValue { IsNull: true })
            return new(value.Line, value.Column, []);
        if (value is not null)
            problems.Error(value.Line, value.Column, $"{kind.Name} is {value.Kind}. Write {kind.Example}.");
        return null;
    }

    FieldValue? Value(int depth)
    {
        var (line, column) = reached = Place(parser.Current!.Start);
        if (depth > kind.Depth)
        {
            problems.Error(line, column, $"Fields are nested more than {kind.Depth} deep here. {kind.Depths}");
            return null;
        }

        if (kind.IsStrict && parser.Current is NodeEvent node)
            RefuseMarks(node, line, column);

        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new ScalarValue(line, column, scalar.Value, scalar.Style is ScalarStyle.Plain);
            case SequenceStart:
                return List(line, column, depth);
            case MappingStart:
                return Map(line, column, depth);
            case AnchorAlias alias:
                problems.Error(line, column, $"*{alias.Value} repeats a value by alias. Write the value itself.");
                return kind.IsStrict && parser.MoveNext() ? new RefusedValue(line, column) : null;
            default:
                throw new YamlException(parser.Current.Start, parser.Current.End, $"Unexpected {parser.Current.GetType().Name}.");
        }
    }

    /// <summary>Both would be lost without a word: no file has values by name, and a tag is mostly text that should stand in quotes.</summary>
    void RefuseMarks(NodeEvent node, int line, int column)
    {
        if (!node.Anchor.IsEmpty)
            problems.Error(line, column, $"&{node.Anchor.Value} names a value, to repeat it by alias. Take it out, and write the value wherever it is wanted.");
        if (!node.Tag.IsEmpty)
            problems.Error(line, column, "A text that begins with ! stands here without quotes. Put it in double quotes.");
    }

    ListValue? List(int line, int column, int depth)
    {
        parser.MoveNext();
        var items = new List<FieldValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Value(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new(line, column, items);
    }

    MapValue? Map(int line, int column, int depth)
    {
        parser.MoveNext();
        var fields = new List<Field>();
        var lines = new Dictionary<string, int>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Value(depth + 1) is not { } key)
                return null;
            if (key is not ScalarValue name)
            {
                problems.Error(key.Line, key.Column, $"A field's name is {key.Kind}. Write name: value.");
                return null;
            }

            var isRepeated = !lines.TryAdd(name.Text, name.Line);
            if (isRepeated)
                problems.Error(name.Line, name.Column, $"{name.Text} stands twice, first in line {lines[name.Text]}. Keep one of them.");

            if (Value(depth + 1) is not { } value)
                return null;
            if (!isRepeated)
                fields.Add(new(name.Line, name.Column, name.Text, value));
        }

        return new(line, column, fields);
    }

    void Report(Mark at, string message)
    {
        var (line, column) = Place(at);
        problems.Error(line, column, message);
    }

    (int Line, int Column) Place(Mark mark) => ((int)Math.Max(mark.Line, 1) + lineOffset, (int)Math.Max(mark.Column, 1));

    static string Sentence(string reason)
    {
        // "While parsing a block mapping, did not find expected key." reads better from its second half.
        var start = reason.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma && reason.StartsWith("While ", StringComparison.OrdinalIgnoreCase) ? comma + 2 : 0;
        return reason[start..].TrimEnd('.') + ".";
    }
}
