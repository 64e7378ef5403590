using Articles.Files;
using Articles.Text;

namespace Desk.Channels;

/// <summary>Reads the entries of a <see cref="RulesFile"/> and reports each error in them.</summary>
sealed class EntriesReader(EntryKind kind, RuleFields rules, ContentProblems problems)
{
    readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);
    readonly RulesReader rulesReader = new(rules, problems, kind.List);

    public IReadOnlyList<(RulesEntry Entry, TextPlace Place)> Read(MapValue file)
    {
        foreach (var field in file.Fields.Where(field => field.Name != kind.List).Take(TextLimits.ProblemsTold))
            problems.Error(field.Line, field.Column, Unknown(field.Name));

        switch (file.Fields.FirstOrDefault(field => field.Name == kind.List)?.Value)
        {
            case ListValue list:
                return Entries(list);
            case null when !problems.HaveErrors:
                problems.Error(file.Line, file.Column, $"{kind.List} is missing. Write {kind.File.Example}.");
                break;
            case ScalarValue { IsNull: true } empty:
                problems.Error(empty.Line, empty.Column,
                    $"{kind.List} has no entries. Write - {kind.Key}: {kind.Example} below it, or {kind.List}: [] for none.");
                break;
            case { } other and not RefusedValue:
                problems.Error(other.Line, other.Column,
                    $"{kind.List} is {other.Kind}, not a list. Start each {kind.Key} below it with - {kind.Key}: {kind.Example}");
                break;
        }

        return [];
    }

    string Unknown(string field) => EntryKind.Of(field) is { } other
        ? $"This is a file of {other.List}. Import it with {other.Command}."
        : $"There is no field {RuleReading.Quoted(field)} at the top of the file. "
            + (Spelling.IsNear(field, kind.List) ? $"Did you mean {kind.List}?" : $"Write everything below {kind.List}:");

    List<(RulesEntry, TextPlace)> Entries(ListValue list)
    {
        var entries = new List<(RulesEntry, TextPlace)>();
        foreach (var (count, item) in list.Items.Index())
        {
            if (count == kind.Most)
            {
                problems.Error(item.Line, item.Column,
                    $"The file has more than {kind.Most} {kind.List}; this is the first beyond that. "
                    + "Move it and the rest to another file.");
                break;
            }

            if (problems.AreFull)
            {
                problems.Error(item.Line, item.Column, "The rest was not checked.");
                break;
            }

            if (item is MapValue map)
            {
                if (Entry(map) is { } entry)
                    entries.Add(entry);
            }
            else if (item is not RefusedValue)
            {
                problems.Error(item.Line, item.Column,
                    $"This entry of {kind.List} is {item.Kind}, not a {kind.Key} with its rules. "
                    + $"Write - {kind.Key}: {kind.Example}, and its rules below it.");
            }
        }

        return entries;
    }

    /// <summary>Null if it has errors.</summary>
    (RulesEntry, TextPlace)? Entry(MapValue map)
    {
        var before = problems.Count;
        var key = Key(map);
        var read = rulesReader.Read(map, [kind.Key]);
        return key is not { } found || problems.Count > before ? null : (new(found.Text, Comment: null, read), found.Place);
    }

    (string Text, TextPlace Place)? Key(MapValue map)
    {
        if (map.Fields.FirstOrDefault(field => field.Name == kind.Key) is not { } field)
        {
            var near = map.Fields.FirstOrDefault(field => Spelling.IsNear(field.Name, kind.Key));
            if (near is null)
                problems.Error(map.Line, map.Column, $"{kind.Key} is missing here. Start the entry with {kind.Key}: {kind.Example}");
            return null;
        }

        if (Text(field) is not { } written)
            return null;
        if (kind.ReadKey(written.Text, out var error) is not { } key)
            problems.Error(written.Line, written.Column, $"{kind.Key} {error}");
        else if (lines.TryAdd(key, written.Line))
            return (key, new(written.Line, written.Column));
        else
        {
            problems.Error(written.Line, written.Column,
                $"{kind.Key} {RuleReading.Quoted(key)} appears twice, first in line {lines[key]}. Keep one of them.");
        }

        return null;
    }

    ScalarValue? Text(Field field)
    {
        switch (field.Value)
        {
            case ScalarValue { IsNull: false } scalar when !string.IsNullOrWhiteSpace(scalar.Text):
                return scalar;
            case ScalarValue scalar:
                problems.Error(scalar.Line, scalar.Column,
                    $"{kind.Key} is empty. Write {kind.KeyIs} in double quotes, such as {kind.Key}: {kind.Example}");
                return null;
            case var other:
                if (other is not RefusedValue)
                {
                    problems.Error(other.Line, other.Column,
                        $"{kind.Key} is {other.Kind}, not text. Write it on one line, such as {kind.Key}: {kind.Example}");
                }

                return null;
        }
    }
}
