using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Articles.Files;

/// <summary>
/// Any YAML as <see cref="FieldValue"/>s, by YamlDotNet's events: each value keeps its place, and neither aliases nor nesting can
/// grow beyond the size of the file.
/// </summary>
public sealed class YamlParser
{
    readonly string yaml;
    readonly int lineOffset;
    readonly ContentProblems problems;
    readonly YamlKind kind;
    readonly Parser parser;
    (int Line, int Column) reached;

    YamlParser(string yaml, ContentProblems problems, YamlKind kind, int firstLine)
    {
        this.yaml = yaml;
        this.problems = problems;
        this.kind = kind;
        lineOffset = firstLine - 1;
        reached = (firstLine, 1);
        parser = new Parser(new StringReader(yaml));
    }

    /// <summary>
    /// The fields at the top. Takes time in proportion to the text's length, except with many thousand brackets: count those first.
    /// </summary>
    /// <param name="firstLine">The line of the file on which the text starts, from 1.</param>
    /// <returns>Null if the text is not valid YAML or not a group of fields, which is then reported. It throws for no text.</returns>
    public static MapValue? Parse(string yaml, ContentProblems problems, YamlKind kind, int firstLine = 1)
    {
        var reader = new YamlParser(yaml, problems, kind, firstLine);
        try
        {
            return reader.Document();
        }
        catch (YamlException bad)
        {
            var reason = (bad.InnerException as YamlException ?? bad).Message;
            var (line, column) = reader.Place(bad.Start);
            problems.Error(line, column, $"This is not valid YAML: {Sentence(reason)} {kind.Advice}");
            return null;
        }
        catch (Exception bad) when (bad is InvalidOperationException or ArgumentException or FormatException or OverflowException
            or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
        {
            // Bugs of the parser, on some files that are not YAML.
            var (line, column) = reader.reached;
            problems.Error(line, column, $"Something here or further down is not valid YAML. {kind.Advice}");
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
            var (line, column) = Place(second.Start);
            problems.Error(line, column,
                "A second YAML document starts here and would be lost. Delete the --- line, or move the fields above it.");
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
            problems.Error(line, column, $"Fields are nested more than {kind.Depth} levels deep here. {kind.DepthAdvice}");
            return null;
        }

        if (kind.IsStrict && parser.Current is NodeEvent node)
            RefuseMarks(node, line, column);

        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new ScalarValue(line, column, scalar.Value, scalar.Style is ScalarStyle.Plain) { Lost = LostText.Of(scalar, yaml) };
            case SequenceStart:
                return List(line, column, depth);
            case MappingStart:
                return Map(line, column, depth);
            case AnchorAlias alias:
                problems.Error(line, column,
                    $"*{alias.Value} is a YAML alias, which stands for another value. "
                    + "Put text in double quotes, or write the value itself.");
                return kind.IsStrict && parser.MoveNext() ? new RefusedValue(line, column) : null;
            default:
                throw new YamlException(parser.Current.Start, parser.Current.End, $"Unexpected {parser.Current.GetType().Name}.");
        }
    }

    /// <summary>Anchors and tags would be lost silently. A tag is mostly text that lacks its quotes.</summary>
    void RefuseMarks(NodeEvent node, int line, int column)
    {
        if (!node.Anchor.IsEmpty)
        {
            problems.Error(line, column,
                $"&{node.Anchor.Value} is a YAML anchor, a name for the value after it. "
                + "Remove it, and write the value wherever you need it.");
        }

        if (!node.Tag.IsEmpty)
            problems.Error(line, column, "This text starts with ! and has no quotes. Put it in double quotes.");
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
                problems.Error(name.Line, name.Column, $"{name.Text} appears twice, first on line {lines[name.Text]}. Keep one of them.");

            if (Value(depth + 1) is not { } value)
                return null;
            if (!isRepeated)
                fields.Add(new(name.Line, name.Column, name.Text, value));
        }

        return new(line, column, fields);
    }

    (int Line, int Column) Place(Mark mark) => ((int)Math.Max(mark.Line, 1) + lineOffset, (int)Math.Max(mark.Column, 1));

    static string Sentence(string reason)
    {
        // "While parsing a block mapping, did not find expected key." reads better from its second half.
        var hasHalves = reason.StartsWith("While ", StringComparison.OrdinalIgnoreCase);
        var start = hasHalves && reason.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma ? comma + 2 : 0;
        return reason[start..].TrimEnd('.') + ".";
    }
}
