using Articles;

namespace Desk.Archive.Questions;

/// <summary>In which order results are shown.</summary>
public enum ResultOrder
{
    /// <summary>Those that fit best first.</summary>
    Best,

    Newest,

    Oldest,
}

/// <summary>What results are restricted to. Null means no restriction.</summary>
public sealed record QuestionFilters
{
    public static QuestionFilters None { get; } = new();

    public Topic? Topic { get; init; }

    public Outlet? Outlet { get; init; }

    /// <summary>The outlet that is left out.</summary>
    public Outlet? NotOutlet { get; init; }

    /// <summary><c>video</c>, …</summary>
    public string? Type { get; init; }

    /// <summary>Published at this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Published before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    public ResultOrder Order { get; init; }

    /// <summary>These filters, and the others where these say nothing.</summary>
    public QuestionFilters Over(QuestionFilters others) => new()
    {
        Topic = Topic ?? others.Topic,
        Outlet = Outlet ?? others.Outlet,
        NotOutlet = NotOutlet ?? others.NotOutlet,
        Type = Type ?? others.Type,
        Since = Since ?? (Until is null ? others.Since : null),
        Until = Until ?? (Since is null ? others.Until : null),
        Order = Order is ResultOrder.Best ? others.Order : Order,
    };

    /// <summary>Whether anything is left out.</summary>
    public bool Restrict =>
        Topic is not null || Outlet is not null || NotOutlet is not null || Type is not null || Since is not null || Until is not null;
}

/// <summary>Who publishes articles.</summary>
/// <param name="Name">As its own file or its articles spell it.</param>
/// <param name="Domain">Empty if no article says it.</param>
/// <param name="Articles">How many readers can see, also as related coverage if there are no others.</param>
public sealed record Outlet(string Name, string Domain, int Articles)
{
    /// <summary>Whether the archive knows it only from the related coverage of others' articles.</summary>
    public bool IsOnlyRelated { get; init; }

    /// <summary>What tells it from others.</summary>
    public string Key => Domain.Length > 0 ? Domain : Name;
}
