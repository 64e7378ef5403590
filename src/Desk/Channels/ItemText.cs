namespace Desk.Channels;

/// <summary>An item of several parts as one text, each part by its name: <c>role: 123; topics: energy, rail</c>.</summary>
static class ItemText
{
    public const char Separator = ';';

    public static string Write(RuleFields parts, ChannelRules item) =>
        string.Join($"{Separator} ", parts.Write(item).Select(part => $"{part.Key}: {part.Value}"));

    /// <summary>Null if a part is unknown or not valid; the error says which.</summary>
    public static ChannelRules? Read(RuleFields parts, string text, out string error)
    {
        error = "";
        var item = ChannelRules.Default;
        foreach (var piece in text.Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var value] || parts.Of(name) is not { } part)
            {
                error = $"{RuleReading.Quoted(piece)} is not one of {string.Join(", ", parts.Select(one => one.Name))}. "
                    + $"Write a name and a value, such as {parts[0].Name}: {parts[0].Example}";
                return null;
            }

            if (part.Read(item, value, out error) is not { } read)
            {
                error = $"{part.Name} {error}";
                return null;
            }

            item = read;
        }

        return item;
    }
}
