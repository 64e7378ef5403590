using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benchmarks;

/// <summary>What people see, as text that is the same in every run: without ids and times of the run.</summary>
sealed partial class Transcript(DateTimeOffset started)
{
    const int Private = 1 << 6;

    /// <summary>The fields of a message that people see.</summary>
    static readonly string[] Seen =
    [
        "type", "flags", "content", "embeds", "components", "attachments", "mention_roles", "edited_timestamp",
    ];

    /// <summary>Fields that differ in every run.</summary>
    static readonly HashSet<string> Volatile = ["id", "size", "proxy_url"];

    readonly StringBuilder text = new();
    readonly Dictionary<string, string> names = [];
    readonly List<(Regex Time, string Name)> times = [];

    /// <summary>Sets the name that replaces an id.</summary>
    public void Name(string id, string name) => names[id] = name;

    /// <summary>Sets the name that replaces a time of day, such as <c>18:04</c>, except within dates.</summary>
    public void NameTime(string time, string name) => times.Add((new($"(?<![T0-9:]){time}(?![0-9:])"), name));

    public void Title(string title) => text.Append("\n## ").Append(title).Append("\n\n");

    /// <summary>Adds an answer of the bot, of any kind.</summary>
    public void Add(string what, JsonElement answer)
    {
        text.Append("\n> ").Append(Stable(what)).Append("\n\n");
        if (answer.TryGetProperty("message", out var message) && message.ValueKind is JsonValueKind.Object)
            AddMessage(message);
        else if (answer.TryGetProperty("modal", out var modal))
            AddValue("form", modal, 0);
        else if (answer.TryGetProperty("choices", out var choices))
            AddValue("suggestions", choices, 0);
        else
            text.Append(Stable(answer.GetRawText())).Append('\n');
    }

    /// <summary>Adds what everybody sees in a channel, oldest first.</summary>
    public void AddMessages(JsonElement messages)
    {
        foreach (var message in messages.EnumerateArray().Where(message => (message.GetProperty("flags").GetInt32() & Private) == 0))
            AddMessage(message);
    }

    public void Line(string line) => text.Append(Stable(line)).Append('\n');

    public override string ToString() => text.ToString().TrimStart();

    void AddMessage(JsonElement message)
    {
        text.Append("- message\n");
        foreach (var name in Seen)
        {
            if (!message.TryGetProperty(name, out var value))
                continue;
            if (name == "edited_timestamp")
                text.Append(value.ValueKind is JsonValueKind.Null ? "" : "  edited\n");
            else
                AddValue(name, value, 1);
        }
    }

    void AddValue(string name, JsonElement value, int depth)
    {
        var indent = new string(' ', depth * 2);
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.False:
                break;
            case JsonValueKind.Number when name is "flags" or "type" && value.GetInt32() == 0:
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    AddValue(name, item, depth);
                break;
            case JsonValueKind.Object:
                text.Append(indent).Append(name).Append('\n');
                foreach (var property in value.EnumerateObject().Where(property => !Volatile.Contains(property.Name)))
                    AddValue(property.Name, property.Value, depth + 1);
                break;
            case JsonValueKind.String when name == "custom_id" || (name == "value" && Numbers().Replace(value.GetString()!, "") == ""):
                text.Append(indent).Append(name).Append(": ").Append(Numbers().Replace(value.GetString()!, "#")).Append('\n');
                break;
            default:
                var lines = Stable(value.ToString()).Split('\n');
                text.Append(indent).Append(name).Append(": ").AppendJoin($"\n{indent}  ", lines).Append('\n');
                break;
        }
    }

    string Stable(string value)
    {
        value = Time().Replace(value, Relative);
        value = Moment().Replace(value, moment => IsOfThisRun(Parse(moment.Value)) ? "NOW" : moment.Value);
        value = Attachment().Replace(value, "ATTACHMENT/");
        foreach (var (time, name) in times)
            value = time.Replace(value, name);
        foreach (var (id, name) in names)
            value = value.Replace(id, name, StringComparison.Ordinal);
        return Snowflake().Replace(value, "ID");
    }

    /// <summary>Replaces times of this run, and keeps those of articles.</summary>
    string Relative(Match time)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(time.Groups["at"].Value, CultureInfo.InvariantCulture));
        return IsOfThisRun(at) ? $"<t:NOW{time.Groups["style"].Value}>" : time.Value;
    }

    static DateTimeOffset Parse(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    bool IsOfThisRun(DateTimeOffset time) => (time - started).Duration() < TimeSpan.FromDays(2);

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?(?:Z|[+]00:00)")]
    private static partial Regex Moment();

    [GeneratedRegex("<t:(?<at>[0-9]+)(?<style>:[a-zA-Z])?>")]
    private static partial Regex Time();

    [GeneratedRegex("(?<![0-9])[0-9]{17,20}(?![0-9])")]
    private static partial Regex Snowflake();

    [GeneratedRegex("(?<![A-Za-z0-9])-?[0-9]+(?![A-Za-z0-9])")]
    private static partial Regex Numbers();

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/attachments/[0-9]+/[0-9]+/")]
    private static partial Regex Attachment();
}
