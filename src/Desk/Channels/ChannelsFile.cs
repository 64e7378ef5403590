namespace Desk.Channels;

/// <summary>The file in which moderators keep the rules of their channels.</summary>
public static class ChannelsFile
{
    /// <summary>
    /// YAML without the rules that have their default value. It reads back as the same entries, names aside,
    /// up to <see cref="RuleLimits.Channels"/> channels and <see cref="RuleLimits.FileLength"/> characters.
    /// </summary>
    public static string Write(IReadOnlyList<ChannelEntry> entries, RuleFields? rules = null) => EntriesWriter.Write(
        [.. entries.Select(entry => new RulesEntry(entry.Channel, entry.Name, entry.Rules))], EntryKind.Channels, rules ?? RuleFields.All);

    /// <summary>Reads what <see cref="Write"/> or a person wrote. Any text is read with bounded work and without an exception.</summary>
    /// <param name="path">The file's name in problems.</param>
    public static EntriesReading<ChannelEntry> Read(string text, string path, RuleFields? rules = null)
    {
        var read = RulesFile.Read(text, path, EntryKind.Channels, rules ?? RuleFields.All);
        return new([.. read.Entries.Select(entry => new ChannelEntry(entry.Key, Name: null, entry.Rules))], read.Places, read.Problems);
    }
}
