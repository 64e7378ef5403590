namespace Desk.Channels;

/// <summary>
/// The file in which presets go from one server to another: the same YAML as a <see cref="ChannelsFile"/>, with names for ids.
/// </summary>
public static class PresetsFile
{
    /// <summary>YAML without the rules that have their default value. It reads back as the same presets.</summary>
    public static string Write(IReadOnlyList<Preset> presets, RuleFields? rules = null) => EntriesWriter.Write(
        [.. presets.Select(preset => new RulesEntry(preset.Name, Comment: null, preset.Rules))],
        EntryKind.Presets,
        rules ?? RuleFields.All);

    /// <summary>Reads what <see cref="Write"/> or a person wrote. Any text is read with bounded work and without an exception.</summary>
    /// <param name="path">The file's name in problems.</param>
    public static EntriesReading<Preset> Read(string text, string path, RuleFields? rules = null)
    {
        var read = RulesFile.Read(text, path, EntryKind.Presets, rules ?? RuleFields.All);
        return new([.. read.Entries.Select(entry => new Preset(entry.Key, entry.Rules))], read.Places, read.Problems);
    }
}
