using Desk.Channels;

namespace Desk.Outbox;

/// <summary>
/// Shares out the time for decisions: servers whose rules took the least time come first, and none gets more than its turn, so that
/// one server's regular expressions delay only its own channels.
/// </summary>
sealed class ServerTurns(TimeProvider clock)
{
    /// <summary>For one server and one pass.</summary>
    static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(250);

    /// <summary>For all servers in one pass. Imports wait for it.</summary>
    static readonly TimeSpan Pass = TimeSpan.FromSeconds(2);

    /// <summary>What counts as no time: most servers need less, and keep their order.</summary>
    static readonly TimeSpan Little = TimeSpan.FromMilliseconds(10);

    /// <summary>Halved with each pass.</summary>
    readonly Dictionary<string, TimeSpan> spent = [];

    long passBegan;
    long turnBegan;

    public bool IsOver => clock.GetElapsedTime(turnBegan) > Turn || clock.GetElapsedTime(passBegan) > Pass;

    /// <summary>The channels of each server. A channel without a server, such as a member's messages, is on its own.</summary>
    public IEnumerable<IReadOnlyList<Subscription>> Of(IReadOnlyList<Subscription> subscriptions)
    {
        passBegan = clock.GetTimestamp();
        foreach (var server in spent.Keys.ToList())
        {
            if ((spent[server] /= 2) < Little)
                spent.Remove(server);
        }

        var servers = subscriptions
            .GroupBy(subscription => subscription.Guild ?? subscription.Channel)
            .OrderBy(server => spent.GetValueOrDefault(server.Key))
            .ToList();
        foreach (var server in servers)
        {
            turnBegan = clock.GetTimestamp();
            yield return [.. server];
            var took = clock.GetElapsedTime(turnBegan);
            if (took >= Little)
                spent[server.Key] = spent.GetValueOrDefault(server.Key) + took;
        }
    }
}
