using System.Globalization;
using System.Text;
using Articles.Text;
using Desk.Archive;

namespace Desk.Channels;

/// <summary>Reads and writes the values of rules that have a grammar of their own.</summary>
static class RuleTexts
{
    static readonly string[] TimeFormats = ["H':'mm", "HH':'mm", "%H", "HH"];

    public static string? Topic(string text, out string error)
    {
        var slug = Articles.Topic.SlugOf(text);
        error = slug.Length == 0 ? $"{RuleReading.Quoted(text)} is not a topic. Write its name, such as energy." : LengthError(slug);
        return error.Length == 0 ? slug : null;
    }

    public static string? Outlet(string text, out string error)
    {
        text = text.Trim();
        error = StoryFacts.ProviderKey(text).Length == 0
            ? $"{RuleReading.Quoted(text)} is not an outlet. Write its name or domain, such as harbourgazette.example."
            : LengthError(text);
        return error.Length == 0 ? text : null;
    }

    /// <summary>A story's topics, for people.</summary>
    public static string TopicsOf(StoryFacts facts) =>
        facts.Topics.Count == 0 ? "no topics" : RuleFilter.Listed([.. facts.Topics.Order(StringComparer.Ordinal)]);

    /// <summary>The outlets that cover a story, for people.</summary>
    public static string OutletsOf(StoryFacts facts) =>
        facts.Providers.Count == 0 ? "covered by an unknown outlet" : $"covered by {RuleFilter.Listed(facts.Providers)}";

    /// <summary>The outlet that leads a story, for people.</summary>
    public static string OutletOf(StoryFacts facts) => facts.LeadProvider.Length == 0 ? "an unknown outlet" : facts.LeadProvider;

    public static string? Type(string text, out string error)
    {
        text = text.Trim().ToLowerInvariant();
        error = text.Length == 0 ? "\"\" is not a type. Write one, such as article or video." : LengthError(text);
        return error.Length == 0 ? text : null;
    }

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static RuleReading NoTime(string text) =>
        RuleReading.Failed($"{RuleReading.Quoted(text)} is not a time of day. Write hours and minutes, such as 09:00 or 18:30.");

    public static string Written(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    public static string? Zone(string text, out string error)
    {
        error = "";
        var city = text.Replace(' ', '_');
        if (LocalTimes.Zones.FirstOrDefault(zone => zone.Equals(city, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        city = Spelling.Nearest(city, LocalTimes.Zones.Select(CityOf)) ?? city;
        var meant = Spelling.Nearest(text, LocalTimes.Zones)
            ?? LocalTimes.Zones.FirstOrDefault(zone => CityOf(zone).Equals(city, StringComparison.OrdinalIgnoreCase));
        error = $"{RuleReading.Quoted(text)} is not a time zone. "
            + (meant is null ? "Write one such as Europe/Berlin, America/New_York or UTC." : $"Did you mean {meant}?");
        return null;
    }

    public static RuleReading ReadQuiet(ChannelRules rules, string text)
    {
        if (text.Length == 0)
            return rules with { Quiet = null };
        var ends = text.Replace(" to ", "-", StringComparison.OrdinalIgnoreCase).Replace('–', '-').Split('-');
        if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } to)
            return RuleReading.Failed($"{RuleReading.Quoted(text)} isn't a time range. Write 22:00-07:00.");
        return from == to
            ? RuleReading.Failed(
                $"{RuleReading.Quoted(text)} starts and ends at the same time. Write two times, such as 22:00-07:00, or nothing.")
            : rules with { Quiet = new(from, to) };
    }

    /// <summary><c>StrikeThrough</c> as <c>strike-through</c>.</summary>
    public static string Hyphened(string name)
    {
        var hyphened = new StringBuilder();
        foreach (var letter in name)
            hyphened.Append(char.IsUpper(letter) && hyphened.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        return hyphened.ToString();
    }

    static string CityOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..];

    /// <summary>Empty if the text is short enough.</summary>
    public static string LengthError(string text) => text.Length <= RuleLimits.WordLength
        ? ""
        : $"{RuleReading.Quoted(text)} is longer than {RuleLimits.WordLength} characters. Shorten it.";
}
