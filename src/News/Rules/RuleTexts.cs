using System.Globalization;
using System.Text;
using News.Reading;

namespace News.Rules;

/// <summary>Reads the values of rules from text.</summary>
static class RuleTexts
{
    static readonly string[] TimeFormats = ["H':'mm", "HH':'mm", "%H", "HH"];

    static readonly Lazy<string[]> Zones = new(() => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append("UTC").Distinct()]);

    public static string? Topic(string text, out string error)
    {
        var slug = News.Topic.SlugOf(text);
        error = slug.Length == 0 ? $"{RuleReading.Quoted(text)} is not a topic. Write its name, such as energy." : TooLong(slug);
        return error.Length == 0 ? slug : null;
    }

    public static string? Name(string text, out string error)
    {
        text = text.Trim();
        error = StoryFacts.ProviderKey(text).Length == 0 ? $"{RuleReading.Quoted(text)} is not an outlet. Write its name or domain, such as harbourgazette.example." : TooLong(text);
        return error.Length == 0 ? text : null;
    }

    public static string? Type(string text, out string error)
    {
        text = text.Trim().ToLowerInvariant();
        error = text.Length == 0 ? "\"\" is not a type. Write one, such as article or video." : TooLong(text);
        return error.Length == 0 ? text : null;
    }

    public static WordPattern? Word(string text, out string error) => WordPattern.Parse(text, out error);

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static RuleReading NoTime(string text) => RuleReading.Failed($"{RuleReading.Quoted(text)} is not a time of day. Write hours and minutes, such as 09:00 or 18:30.");

    public static string Written(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    public static string? Zone(string text, out string error)
    {
        error = "";
        if (Zones.Value.FirstOrDefault(zone => zone.Equals(text.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var city = text.Replace(' ', '_');
        city = Spelling.Nearest(city, Zones.Value.Select(CityOf)) ?? city;
        var meant = Spelling.Nearest(text, Zones.Value) ?? Zones.Value.FirstOrDefault(zone => CityOf(zone).Equals(city, StringComparison.OrdinalIgnoreCase));
        error = $"{RuleReading.Quoted(text)} is not a time zone. " + (meant is null ? "Write one such as Europe/Berlin, America/New_York or UTC." : $"Did you mean {meant}?");
        return null;
    }

    public static RuleReading ReadQuiet(ChannelRules rules, string text)
    {
        if (text.Length == 0)
            return rules with { Quiet = null };
        var ends = text.Replace(" to ", "-", StringComparison.OrdinalIgnoreCase).Replace('–', '-').Split('-');
        if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } to)
            return RuleReading.Failed($"{RuleReading.Quoted(text)} are not hours. Write when they begin and end, such as 22:00-07:00.");
        return from == to
            ? RuleReading.Failed($"{RuleReading.Quoted(text)} begins and ends at the same time. Write two times, such as 22:00-07:00, or nothing.")
            : rules with { Quiet = new(from, to) };
    }

    public static RuleReading ReadRole(ChannelRules rules, string text) =>
        text.Length <= RuleLimits.WordLength ? rules with { PingRole = text.Length == 0 ? null : text } : RuleReading.Failed(TooLong(text));

    public static RuleReading ReadLanguage(ChannelRules rules, string text) => Language.Of(text) is { } known
        ? rules with { Language = known.Code }
        : RuleReading.Failed($"{RuleReading.Quoted(text)} is not a language that the bot speaks. Write one of {string.Join(", ", Language.All.Select(language => $"{language.Code} ({language.Name})"))}.");

    /// <summary><c>StrikeThrough</c> as <c>strike-through</c>.</summary>
    public static string Hyphened(string name)
    {
        var hyphened = new StringBuilder();
        foreach (var letter in name)
            hyphened.Append(char.IsUpper(letter) && hyphened.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        return hyphened.ToString();
    }

    static string CityOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..];

    static string TooLong(string text) => text.Length <= RuleLimits.WordLength ? "" : $"{RuleReading.Quoted(text)} is longer than {RuleLimits.WordLength} characters. Shorten it.";
}
