using Dapper;
using Desk.Database;
using Desk.Outbox;

[module: TypeHandler(typeof(FloodOutcome), typeof(NameHandler<FloodOutcome>))]

namespace Desk.Outbox;

/// <summary>More new stories at once than a channel's rules allow, the rest of which wait for a moderator.</summary>
public sealed record Flood
{
    public required long Id { get; init; }

    /// <summary>Random, so that a button can't act on another flood after a backup was restored.</summary>
    public required string Key { get; init; }

    public required string Channel { get; init; }

    /// <summary>How many stories wait.</summary>
    public required int Stories { get; init; }

    /// <summary>Null while it isn't decided.</summary>
    public FloodOutcome? Outcome { get; init; }

    /// <summary>The id of the person who decided; null if that isn't known.</summary>
    public string? EndedBy { get; init; }
}

public enum FloodOutcome
{
    /// <summary>The stories are posted.</summary>
    Released,

    /// <summary>The stories are skipped.</summary>
    Dropped,
}
