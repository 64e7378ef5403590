using System.Globalization;

namespace Desk.Archive.Questions;

/// <summary>What a filter is about. The numbers are on buttons in old messages.</summary>
public enum FilterKind
{
    Topic = 0,
    Outlet = 1,
    Type = 2,
    Time = 3,
    Order = 4,
    NotOutlet = 5,
}

/// <summary>One of the filters of a question, as it can be stored in a button.</summary>
/// <param name="Value">
/// A topic's slug, an outlet's domain or name, a type, an order, or two times of which one may be missing, as
/// <c>2026-08-01T00:00..2026-09-01T00:00</c>.
/// </param>
public readonly record struct FilterPart(FilterKind Kind, string Value)
{
    const string Minute = "yyyy-MM-dd'T'HH:mm";

    public static IReadOnlyList<FilterPart> Of(QuestionFilters filters)
    {
        var parts = new List<FilterPart>();
        if (filters.Topic is { } topic)
            parts.Add(new(FilterKind.Topic, topic.Slug));
        if (filters.Outlet is { } outlet)
            parts.Add(new(FilterKind.Outlet, outlet.Key));
        if (filters.NotOutlet is { } leftOut)
            parts.Add(new(FilterKind.NotOutlet, leftOut.Key));
        if (filters.Type is { } type)
            parts.Add(new(FilterKind.Type, type));
        if (filters.Since is not null || filters.Until is not null)
            parts.Add(new(FilterKind.Time, $"{Text(filters.Since)}..{Text(filters.Until)}"));
        if (filters.Order is not ResultOrder.Best)
            parts.Add(new(FilterKind.Order, filters.Order.ToString()));
        return parts;
    }

    /// <summary>The filters that these parts stand for; parts that mean nothing any more are left out.</summary>
    public static QuestionFilters Filters(IEnumerable<FilterPart> parts, ArchiveNames names) => parts.Aggregate(
        QuestionFilters.None,
        (filters, part) => part.Kind switch
        {
            FilterKind.Topic => filters with { Topic = names.Topic(part.Value) },
            FilterKind.Outlet => filters with { Outlet = names.Outlet(part.Value) },
            FilterKind.NotOutlet => filters with { NotOutlet = names.Outlet(part.Value) },
            FilterKind.Type => filters with { Type = part.Value },
            FilterKind.Time when part.Value.Split("..") is [var since, var until] =>
                filters with { Since = Time(since), Until = Time(until) },
            FilterKind.Order when Enum.TryParse<ResultOrder>(part.Value, out var order) => filters with { Order = order },
            _ => filters,
        });

    static string Text(DateTimeOffset? time) => time?.UtcDateTime.ToString(Minute, CultureInfo.InvariantCulture) ?? "";

    static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text, Minute, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
