using System.Globalization;
using Desk.Database;
using Desk.Outbox;

namespace Bot.Health;

/// <summary>One of the processes that run the bot together on a server's database, and what it does.</summary>
sealed record ProcessReport
{
    /// <summary>Its machine, and its number there.</summary>
    public required string Name { get; init; }

    /// <summary>By the server's clock, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether it imports articles, and decides what goes where.</summary>
    public required bool RunsDesk { get; init; }

    /// <summary>To what share of the channels it sends, from 0 to 1.</summary>
    public required double Channels { get; init; }

    /// <summary>The shards whose connections it has.</summary>
    public required IReadOnlyList<int> Shards { get; init; }

    /// <summary>How many of the requests that Discord allows the bot in a second are its own now.</summary>
    public required int Requests { get; init; }

    public static ProcessReport Of(ProcessState process) => new()
    {
        Name = process.Name,
        StartedAt = process.StartedAt.ToUniversalTime(),
        RunsDesk = process.Leases.Contains(DeskLease.Name),
        Channels = (double)NumbersOf(process, OutboxLease.Name).Count / OutboxLease.PartsOnServer,
        Shards = NumbersOf(process, ShardStore.Lease),
        Requests = process.Requests,
    };

    static IReadOnlyList<int> NumbersOf(ProcessState process, string name) =>
    [
        .. process.Leases
            .Where(lease => lease.StartsWith(name + ' ', StringComparison.Ordinal))
            .Select(lease => int.Parse(lease.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture))
            .Order(),
    ];
}
