using Articles.Files;
using Articles.Text;

namespace Desk.Channels;

/// <summary>Reads the channels of a <see cref="ChannelsFile"/> and reports each error in them.</summary>
sealed class ChannelsReader(RuleFields rules, ContentProblems problems)
{
    const string Channels = "channels";
    const string Channel = "channel";
    const string Example = "\"123456789012345678\"";

    readonly Dictionary<string, int> lines = [];
    readonly RulesReader rulesReader = new(rules, problems);

    public static YamlKind Kind { get; } = new()
    {
        Name = "The file",
        Example = $"{Channels}: and below it - {Channel}: {Example} for each channel",
        Advice = "Put text that contains : # [ { or quotes, or starts with @ ` % or |, in double quotes, "
            + "and indent each rule like the first.",
        Depth = 8,
        DepthAdvice = "No rule needs that.",
        IsStrict = true,
    };

    public IReadOnlyList<(ChannelEntry Entry, TextPlace Place)> Read(MapValue file)
    {
        foreach (var field in file.Fields.Where(field => field.Name != Channels).Take(TextLimits.ProblemsTold))
        {
            var advice = Spelling.IsNear(field.Name, Channels) ? $"Did you mean {Channels}?" : $"Write everything below {Channels}:";
            var name = RuleReading.Quoted(field.Name);
            problems.Error(field.Line, field.Column, $"There is no field {name} at the top of the file. {advice}");
        }

        switch (file.Fields.FirstOrDefault(field => field.Name == Channels)?.Value)
        {
            case ListValue list:
                return Entries(list);
            case null when !problems.HaveErrors:
                problems.Error(file.Line, file.Column, $"{Channels} is missing. Write {Kind.Example}.");
                break;
            case ScalarValue { IsNull: true } empty:
                problems.Error(empty.Line, empty.Column,
                    $"{Channels} has no entries. Write - {Channel}: {Example} below it, or {Channels}: [] for none.");
                break;
            case { } other and not RefusedValue:
                problems.Error(other.Line, other.Column,
                    $"{Channels} is {other.Kind}, not a list. Start each channel below it with - {Channel}: {Example}");
                break;
        }

        return [];
    }

    List<(ChannelEntry, TextPlace)> Entries(ListValue list)
    {
        var entries = new List<(ChannelEntry, TextPlace)>();
        foreach (var (count, item) in list.Items.Index())
        {
            if (count == RuleLimits.Channels)
            {
                problems.Error(item.Line, item.Column,
                    $"The file has more than {RuleLimits.Channels} channels; this is the first beyond that. "
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
                    $"This entry of {Channels} is {item.Kind}, not a channel with its rules. "
                    + $"Write - {Channel}: {Example}, and its rules below it.");
            }
        }

        return entries;
    }

    /// <summary>Null if it has errors.</summary>
    (ChannelEntry, TextPlace)? Entry(MapValue map)
    {
        var before = problems.Count;
        var channel = Id(map);
        var entry = rulesReader.Read(map, [Channel]);
        return channel is null || problems.Count > before
            ? null
            : (new(channel.Text.Trim(), null, entry), new(channel.Line, channel.Column));
    }

    ScalarValue? Id(MapValue map)
    {
        if (map.Fields.FirstOrDefault(field => field.Name == Channel) is not { } field)
        {
            var near = map.Fields.FirstOrDefault(field => Spelling.IsNear(field.Name, Channel));
            if (near is null)
                problems.Error(map.Line, map.Column, $"{Channel} is missing here. Start the entry with {Channel}: {Example}");
            return null;
        }

        if (Text(field) is null)
            return null;
        var id = (ScalarValue)field.Value;
        if (lines.TryAdd(id.Text.Trim(), id.Line))
            return id;
        problems.Error(id.Line, id.Column,
            $"{Channel} {RuleReading.Quoted(id.Text.Trim())} appears twice, first in line {lines[id.Text.Trim()]}. Keep one of them.");
        return null;
    }

    string? Text(Field field)
    {
        switch (field.Value)
        {
            case ScalarValue { IsNull: false } scalar when !string.IsNullOrWhiteSpace(scalar.Text):
                return scalar.Text.Trim();
            case ScalarValue scalar:
                problems.Error(scalar.Line, scalar.Column,
                    $"{Channel} is empty. Write its id in double quotes, such as {Channel}: {Example}");
                return null;
            case var other:
                if (other is not RefusedValue)
                {
                    problems.Error(other.Line, other.Column,
                        $"{Channel} is {other.Kind}, not text. Write it on one line, such as {Channel}: {Example}");
                }

                return null;
        }
    }
}
