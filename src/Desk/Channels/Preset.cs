using System.Globalization;
using System.Text;
using Articles.Text;

namespace Desk.Channels;

/// <summary>Rules under a name, to be applied to any channel.</summary>
/// <param name="Name">As <see cref="ReadName"/> returns it. Names are the same in any case.</param>
public sealed record Preset(string Name, ChannelRules Rules)
{
    public const int NameLength = RuleLimits.PresetName;

    /// <summary>How many presets of its own a server may have.</summary>
    public const int MostOfServer = RuleLimits.Presets;

    static readonly Lazy<IReadOnlyList<Preset>> Read = new(ReadBuiltIn);

    /// <summary>Those that every server has.</summary>
    public static IReadOnlyList<Preset> BuiltIn => Read.Value;

    public bool IsBuiltIn => BuiltIn.Any(HasNameOf);

    public bool HasNameOf(Preset other) => Key == other.Key;

    /// <summary>The same for names that are the same.</summary>
    internal string Key => KeyOf(Name);

    internal static string KeyOf(string name) => name.ToUpperInvariant();

    /// <summary>
    /// The rules of a channel that this preset is applied to: those of the preset. What the preset leaves out and belongs to the channel,
    /// such as its time zone, stays.
    /// </summary>
    public ChannelRules On(ChannelRules channel) => RuleFields.All
        .Where(field => field.StaysWithChannel && field.IsDefault(Rules))
        .Aggregate(Rules, (rules, field) => field.Copy(channel, rules));

    /// <summary>The rules of a channel as those of a preset.</summary>
    /// <param name="kept">By name, which of the rules that belong to the channel the preset has, too.</param>
    public static ChannelRules RulesFrom(ChannelRules channel, IEnumerable<string> kept) => RuleFields.All
        .Where(field => field.StaysWithChannel && !kept.Contains(field.Name))
        .Aggregate(channel, (rules, field) => field.Copy(ChannelRules.Default, rules));

    /// <summary>Tells whether presets have changed since somebody looked at them; 0 for none.</summary>
    public static long VersionOf(params IReadOnlyList<Preset> presets) => presets is []
        ? 0
        : StableHash.Of(string.Join('\n', presets.Select(preset =>
            $"{preset.Name}\n{string.Join('\n', RuleFields.All.Write(preset.Rules).Select(rule => $"{rule.Key}={rule.Value}"))}")));

    /// <summary>A name on one line, as people see it; null if the text can't be one.</summary>
    /// <param name="error">Continues after "name": <c>is empty. …</c></param>
    public static string? ReadName(string text, out string error)
    {
        text = text.Trim();
        error = text switch
        {
            _ when !text.EnumerateRunes().Any(IsSeen) && !text.EnumerateRunes().Any(IsHidden) =>
                "is empty. Write one, such as Breaking news.",
            { Length: > NameLength } => $"is longer than {NameLength} characters. Shorten it.",
            _ when text.EnumerateRunes().Any(IsHidden) =>
                $"{RuleReading.Quoted(OneLine.Of(text))} has a line break or a hidden character. Write only what can be seen, on one line.",
            _ => "",
        };
        return error.Length == 0 ? text : null;
    }

    static bool IsSeen(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);

    /// <summary>Joiners are not: emoji and several scripts need them.</summary>
    static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || (rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    static IReadOnlyList<Preset> ReadBuiltIn()
    {
        const string name = "presets.yaml";
        using var stream = typeof(Preset).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return PresetsFile.Read(reader.ReadToEnd(), name) is { Problems: [], Entries: var presets }
            ? presets
            : throw new InvalidOperationException($"{name} has mistakes.");
    }
}
