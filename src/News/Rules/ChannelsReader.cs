using News.Reading;

namespace News.Rules;

/// <summary>Reads the channels of a <see cref="ChannelsFile"/> and reports each mistake in them.</summary>
sealed class ChannelsReader(ContentProblems problems)
{
    const string Channels = "channels";
    const string Channel = "channel";
    const string Example = "\"123456789012345678\"";

    readonly Dictionary<string, int> lines = [];
    readonly RulesReader rulesReader = new(problems);

    public static YamlKind Kind { get; } = new()
    {
        Name = "The file",
        Example = $"{Channels}: and below it one - {Channel}: {Example} for each",
        Advice = "Put text that holds : # [ { or quotes, or begins with @ ` % or |, in double quotes, and indent each rule like the first.",
        Depth = 8,
        Depths = "No rule needs that.",
        IsStrict = true,
    };

    public IReadOnlyList<(ChannelEntry Entry, TextPlace Place)> Read(MapValue file)
    {
        foreach (var field in file.Fields.Where(field => field.Name != Channels).Take(ContentLimits.ProblemsTold))
            problems.Error(field.Line, field.Column, $"There is no field {RuleReading.Quoted(field.Name)} at the top of the file. {(Spelling.IsNear(field.Name, Channels) ? $"Did you mean {Channels}?" : $"Write all below {Channels}:")}");

        switch (file.Fields.FirstOrDefault(field => field.Name == Channels)?.Value)
        {
            case ListValue list:
                return Entries(list);
            case null when !problems.HaveErrors:
                problems.Error(file.Line, file.Column, $"{Channels} is missing. Write {Kind.Example}.");
                break;
            case ScalarValue { IsNull: true } empty:
                problems.Error(empty.Line, empty.Column, $"{Channels} has no entries. Write - {Channel}: {Example} below it, or {Channels}: [] for none.");
                break;
            case { } other and not RefusedValue:
                problems.Error(other.Line, other.Column, $"{Channels} is {other.Kind}, not a list. Begin each channel below it with - {Channel}: {Example}");
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
                problems.Error(item.Line, item.Column, $"There are more than {RuleLimits.Channels} channels in the file, from here on. Put these into another file.");
                break;
            }

            if (problems.AreFull)
            {
                problems.Error(item.Line, item.Column, "What follows is not looked at.");
                break;
            }

            if (item is MapValue map)
            {
                if (Entry(map) is { } entry)
                    entries.Add(entry);
            }
            else if (item is not RefusedValue)
            {
                problems.Error(item.Line, item.Column, $"This entry of {Channels} is {item.Kind}, not a channel with its rules. Write - {Channel}: {Example}, and its rules below it.");
            }
        }

        return entries;
    }

    /// <summary>Null where anything is wrong with it.</summary>
    (ChannelEntry, TextPlace)? Entry(MapValue map)
    {
        var told = problems.Count;
        var channel = Id(map);
        var rules = rulesReader.Read(map, [Channel]);
        return channel is null || problems.Count > told ? null : (new(channel.Text.Trim(), null, rules), new(channel.Line, channel.Column));
    }

    ScalarValue? Id(MapValue map)
    {
        if (map.Fields.FirstOrDefault(field => field.Name == Channel) is not { } field)
        {
            var near = map.Fields.FirstOrDefault(field => Spelling.IsNear(field.Name, Channel));
            if (near is null)
                problems.Error(map.Line, map.Column, $"{Channel} is missing here. Begin the entry with {Channel}: {Example}");
            return null;
        }

        if (Text(field) is null)
            return null;
        var id = (ScalarValue)field.Value;
        if (lines.TryAdd(id.Text.Trim(), id.Line))
            return id;
        problems.Error(id.Line, id.Column, $"{Channel} {RuleReading.Quoted(id.Text.Trim())} stands twice, first in line {lines[id.Text.Trim()]}. Keep one of them.");
        return null;
    }

    string? Text(Field field)
    {
        switch (field.Value)
        {
            case ScalarValue { IsNull: false } scalar when !string.IsNullOrWhiteSpace(scalar.Text):
                return scalar.Text.Trim();
            case ScalarValue scalar:
                problems.Error(scalar.Line, scalar.Column, field.Name == Channel
                    ? $"{Channel} is empty. Write its id in double quotes, such as {Channel}: {Example}"
                    : $"{field.Name} is empty. Write where in the channel posts go, or take the line out.");
                return null;
            case var other:
                if (other is not RefusedValue)
                    problems.Error(other.Line, other.Column, $"{field.Name} is {other.Kind}, not text. Write it on one line, such as {field.Name}: {Example}");
                return null;
        }
    }
}
