using System.Security.Cryptography;
using System.Text;
using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// This process's right to send what the outbox has, and what it found when it took over: what its predecessor was doing, and whether
/// the database was restored from a backup. A database's file belongs to one process; on a server, each process has some of the channels.
/// </summary>
/// <param name="file">Null in a process that never sends, and on a server.</param>
public sealed class OutboxLease(DeskDatabase database, DeskProcess process, OwnerFile? file = null) : IDisposable
{
    /// <summary>What the right to send is called: to all channels of a file; on a server, with the number of the part behind it.</summary>
    public const string Name = "outbox";

    /// <summary>Into how many parts the channels are divided on a server.</summary>
    public const int PartsOnServer = 64;

    readonly Division parts = new(process, Name, process.IsShared ? PartsOnServer : 1);

    readonly SemaphoreSlim taking = new(1, 1);

    /// <summary>The parts for which nothing more is begun.</summary>
    volatile HashSet<int> leaving = [];
    readonly Lock writing = new();
    Incarnation? incarnation;
    long noted;

    /// <summary>What the file held, without the log beside it, and when it was written.</summary>
    Incarnation? held;
    (DateTime WrittenAt, long Length) looked;

    internal string Owner => process.Owner;

    /// <summary>Null until it is taken, and where nothing is in doubt.</summary>
    public RestoredDatabase? Restored => incarnation is { IsRestored: true } began ? new(began.Id, began.NewestMessage) : null;

    /// <summary>Whether this process sends what a channel gets.</summary>
    public bool Has(string channel) => PartOf(channel) is var part && parts.Has(part) && !leaving.Contains(part);

    /// <summary>Leaves channels to processes that have fewer than their share, as soon as nothing is being sent to them.</summary>
    /// <param name="busy">The channels to which something is being sent.</param>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task ShareAsync(IEnumerable<string> busy, CancellationToken ct)
    {
        if (parts.Surplus is var surplus and > 0)
            leaving = [.. parts.Held.TakeLast(surplus)];
        else if (leaving.Count > 0)
            leaving = [];
        if (leaving.Except(busy.Select(PartOf)).ToList() is [_, ..] idle)
            await parts.ReleaseAsync(idle, ct);
    }

    /// <summary>Takes the channels that no other process has, up to this process's share.</summary>
    /// <returns>Which ones are new; null if none is.</returns>
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    internal async Task<Func<string, bool>?> TakeChannelsAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        return await parts.TakeAsync(ct) is [_, ..] taken ? channel => taken.Contains(PartOf(channel)) : null;
    }

    /// <summary>Takes over, once; an earlier owner can claim nothing any more.</summary>
    /// <exception cref="DatabaseException">The database can't be written.</exception>
    public async Task TakeAsync(CancellationToken ct)
    {
        if (incarnation is not null)
            return;
        await taking.WaitAsync(ct);
        try
        {
            if (incarnation is not null)
                return;
            await process.JoinAsync(waits: () => { }, ct);
            var taken = await database.WriteAsync(TakeAsync, ct);
            Note(taken);
            await parts.TakeAsync(ct);
            incarnation = taken;
        }
        finally
        {
            taking.Release();
        }
    }

    /// <summary>The number of a new claim, within its transaction.</summary>
    /// <returns>Null if another process on the server sends what the channel gets.</returns>
    /// <exception cref="DatabaseException">Another process has taken over the file.</exception>
    internal async Task<long?> NextAsync(DatabaseSession session, string channel)
    {
        var part = PartOf(channel);
        var epoch = await session.QuerySingleOrDefaultAsync<long?>(
            """
            update incarnations
            set claims = claims + 1
            where exists (select 1
                            from leases
                           where name = @name
                             and owner = @Owner)
            returning claims
            """,
            new { name = process.IsShared ? parts.LeaseOf(part) : Name, Owner });
        if (epoch is null && process.IsShared)
            parts.Forget(part);
        else if (epoch is null)
            throw new DatabaseException(
                DatabaseProblem.InUse, $"{database.Name} belongs to another bot now, so this one stops. Run only one on a database.");
        return epoch;
    }

    /// <summary>Whether the database's file is still there, and this process owns it.</summary>
    /// <exception cref="DatabaseException">It isn't; see <see cref="DatabaseException.IsFinal"/>.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        // On a server, each write looks whether this process still has its place.
        if (!process.IsShared)
            await database.CheckAsync(IsHeldAsync, ct);
        await CheckContentAsync(ct);
    }

    /// <summary>Whether the file has become older, as when a backup is copied over it.</summary>
    /// <exception cref="DatabaseException">It has.</exception>
    internal async Task CheckContentAsync(CancellationToken ct)
    {
        if (database.File is not { } place)
            return;
        var info = new FileInfo(DatabasePath.Of(place));
        // Only the log is written most of the time.
        if (!info.Exists || looked == (info.LastWriteTimeUtc, info.Length))
            return;
        var look = (info.LastWriteTimeUtc, info.Length);
        Incarnation? now = null;
        try
        {
            await database.CheckContentAsync(HeldAsync, read => IsNewer(now = read), ct);
        }
        catch (DatabaseException replaced) when (replaced.Problem is DatabaseProblem.Gone)
        {
            // The log may hide the older file from the next start, too.
            file?.Write(incarnation! with { Id = RandomKey.Text() });
            throw;
        }

        (held, looked) = (now, look);
    }

    bool IsNewer(Incarnation? now) =>
        held is null || (now is not null && (now.Id == held.Id ? now.Claims >= held.Claims : now.Id == incarnation?.Id));

    static Task<Incarnation?> HeldAsync(DatabaseSession session) => session.QuerySingleOrDefaultAsync<Incarnation>(
        """
        select id, claims, is_restored, newest_message
        from incarnations
        """);

    Task<bool> IsHeldAsync(DatabaseSession session) => session.QuerySingleAsync<bool>(
        """
        select exists (select 1
                         from leases
                        where name = @Name
                          and owner = @Owner)
        """,
        new { Name, Owner });

    /// <summary>Makes a claim known beside the database. Nothing may be sent for it before.</summary>
    internal void Note(long claims) => Note(incarnation! with { Claims = claims });

    public void Dispose() => taking.Dispose();

    void Note(Incarnation now)
    {
        lock (writing)
        {
            if (file is null || (now.Claims < noted && now.Id == incarnation?.Id))
                return;
            file.Write(now);
            noted = now.Claims;
        }
    }

    /// <summary>Which part a channel is in: the same in every process, and as good as any other.</summary>
    int PartOf(string channel) => parts.Parts == 1 ? 0 : SHA256.HashData(Encoding.UTF8.GetBytes(channel))[0] % parts.Parts;

    async Task<Incarnation> TakeAsync(DatabaseSession session)
    {
        if (!process.IsShared)
        {
            await session.ExecuteAsync(
                """
                insert into leases (name, owner, epoch)
                values (@Name, @Owner, 1)
                on conflict (name) do update
                set owner = excluded.owner, epoch = leases.epoch + 1
                """,
                new { Name, Owner });
        }

        var known = await session.QuerySingleOrDefaultAsync<Incarnation>(
            """
            select id, claims, is_restored, newest_message
            from incarnations
            """);
        var beside = file?.Read();
        if (known is not null && (file is null || (beside?.Id == known.Id && beside.Claims <= known.Claims)))
            return known;
        return await BeginAsync(session, known, beside);
    }

    /// <summary>
    /// Either the database is new, or it isn't the one that the file is about. A file that was lost may have been, too, and a database of
    /// an earlier version has none: then what it knows is in doubt as well, as far as it has sent anything.
    /// </summary>
    static async Task<Incarnation> BeginAsync(DatabaseSession session, Incarnation? known, Incarnation? beside)
    {
        var wasUsed = await session.QuerySingleAsync<bool>(
            """
            select exists (select 1
                             from deliveries
                            where attempts > 0
                               or message is not null)
            """);
        // Discord's ids are numbers that grow with time.
        var newest = await session.QueryFirstOrDefaultAsync<string?>(
            """
            select message
            from deliveries
            where message is not null
            order by length(message) desc, message desc
            limit 1
            """);
        var begun = new Incarnation
        {
            Id = RandomKey.Text(),
            Claims = Math.Max(known?.Claims ?? 0, beside?.Claims ?? 0),
            IsRestored = beside is not null || wasUsed,
            NewestMessage = newest,
        };
        await session.ExecuteAsync("delete from incarnations");
        await session.ExecuteAsync(
            """
            insert into incarnations (id, claims, is_restored, newest_message)
            values (@Id, @Claims, @IsRestored, @NewestMessage)
            """,
            new { begun.Id, begun.Claims, begun.IsRestored, begun.NewestMessage });
        return begun;
    }
}

/// <summary>A database that was restored from a backup, or may have been: channels may have messages that it doesn't know.</summary>
/// <param name="Incarnation">Its life since then.</param>
/// <param name="NewestMessage">The newest message that it knew then; null if it knew none.</param>
public sealed record RestoredDatabase(string Incarnation, string? NewestMessage);
