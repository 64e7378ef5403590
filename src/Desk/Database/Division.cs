using System.Collections.Concurrent;
using System.Globalization;

namespace Desk.Database;

/// <summary>
/// Work that all processes on the database do together, in parts, of which each belongs to one process at a time. A process that is alone
/// does all of it; one that joins gets its share from the others, as soon as they have ended what they are doing.
/// </summary>
/// <param name="name">What the parts are called, such as <c>shard</c>.</param>
/// <param name="parts">How many there are.</param>
public sealed class Division(DeskProcess process, string name, int parts)
{
    readonly ConcurrentDictionary<int, bool> held = [];

    /// <summary>How many parts there are, over all processes.</summary>
    public int Parts => parts;

    /// <summary>The parts of this process.</summary>
    public IReadOnlyList<int> Held => [.. held.Keys.Order()];

    /// <summary>How many parts this process has in excess of its share, if another one has less than its own.</summary>
    public int Surplus => process.All.Count > 1 ? Math.Max(0, held.Count - Share) : 0;

    /// <summary>The first processes have one more if the parts can't be divided evenly: so that one that joins only takes.</summary>
    int Share
    {
        get
        {
            var all = process.All.Select(one => one.Owner).ToList();
            var place = Math.Max(0, all.IndexOf(process.Owner));
            var count = Math.Max(1, all.Count);
            return (parts / count) + (place < parts % count ? 1 : 0);
        }
    }

    public bool Has(int part) => held.ContainsKey(part);

    /// <summary>The name of the right to do a part.</summary>
    public string LeaseOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{name} {part}");

    /// <summary>Takes parts that no other process has, up to this process's share.</summary>
    /// <returns>Which ones are new.</returns>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<IReadOnlyList<int>> TakeAsync(CancellationToken ct)
    {
        var wanted = Share - held.Count;
        if (wanted <= 0)
            return [];
        var others = process.All.Where(one => one.Owner != process.Owner).SelectMany(one => one.Leases).ToHashSet();
        var free = Enumerable.Range(0, parts)
            .Where(part => !Has(part) && !others.Contains(LeaseOf(part)))
            .Take(wanted)
            .ToDictionary(LeaseOf);
        if (free.Count == 0)
            return [];
        List<int> taken = [.. (await process.TakeAsync(free.Keys, ct)).Select(lease => free[lease])];
        foreach (var part in taken)
            held[part] = true;
        return taken;
    }

    /// <summary>Takes a part if no other process has it and this process has less than its share.</summary>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> TryTakeAsync(int part, CancellationToken ct)
    {
        if ((!Has(part) && held.Count >= Share) || await process.TakeAsync([LeaseOf(part)], ct) is [])
            return false;
        return held[part] = true;
    }

    /// <summary>Leaves parts to the other processes. Nothing of them may be done any more.</summary>
    /// <exception cref="DatabaseException">
    /// The database can't be asked. They stay this process's, unless it turns out that they aren't.
    /// </exception>
    public async Task ReleaseAsync(IReadOnlyCollection<int> some, CancellationToken ct)
    {
        await process.ReleaseAsync([.. some.Select(LeaseOf)], ct);
        foreach (var part in some)
            Forget(part);
    }

    /// <summary>It turned out that a part is another process's.</summary>
    public void Forget(int part) => held.TryRemove(part, out _);
}
