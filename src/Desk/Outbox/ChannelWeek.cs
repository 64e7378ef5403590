using Dapper;
using Desk.Database;
using Desk.Outbox;

[module: TypeHandler(typeof(WeeklyKind), typeof(NameHandler<WeeklyKind>))]

namespace Desk.Outbox;

/// <summary>What happened in channels in a week.</summary>
public sealed record ChannelWeek
{
    /// <summary>The day on which it begins, in UTC.</summary>
    public required DateOnly Monday { get; init; }

    /// <summary>Stories' cards and digests that were sent.</summary>
    public required int Posts { get; init; }

    /// <summary>How often a story's card was edited.</summary>
    public required int Edits { get; init; }

    /// <summary>How many stories and topics somebody began to follow.</summary>
    public required int Follows { get; init; }

    /// <summary>How often somebody used a button or a menu of a post.</summary>
    public required int Presses { get; init; }

    /// <summary>The day on which the week of a time begins.</summary>
    internal static DateOnly MondayOf(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}

/// <summary>Where a member did something: a channel of a server, or a thread in one.</summary>
/// <param name="Parent">The channel of a thread, such as the forum of a post; null for other channels.</param>
public sealed record ChannelPlace(string Channel, string? Parent = null);

/// <summary>How often buttons of posts were pressed somewhere in the week of a day.</summary>
public sealed record ChannelPresses(ChannelPlace Place, DateTimeOffset Day, int Count);

/// <summary>What is counted as it happens.</summary>
enum WeeklyKind
{
    Edit,
    Follow,
    Press,
}
