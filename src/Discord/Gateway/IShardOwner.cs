namespace Discord.Gateway;

/// <summary>
/// Decides which shards run in this process. Where several processes share the bot, it also keeps what the next process needs to go on
/// with the session of a shard.
/// </summary>
/// <remarks>It copes with its own failures: whatever it throws, apart from cancellation, ends the stream of events.</remarks>
public interface IShardOwner
{
    /// <summary>
    /// The turns of this process, each as soon as it begins. Goes on as long as there may be more; the same shard can come again after its
    /// turn was disposed.
    /// </summary>
    /// <param name="recommended">How many shards Discord recommends.</param>
    IAsyncEnumerable<IShardTurn> TurnsAsync(int recommended, CancellationToken ct);

    /// <summary>
    /// Waits until a session may be started, over all processes: for each key of identify concurrency, one Identify per five seconds.
    /// The next waits until the result is disposed.
    /// See https://discord.com/developers/docs/events/gateway#sharding-max-concurrency.
    /// </summary>
    /// <param name="key">The shard's number modulo <c>max_concurrency</c>.</param>
    Task<IIdentifyTurn> WaitToIdentifyAsync(int key, CancellationToken ct);
}

/// <summary>
/// The time in which this process runs a shard. When it is disposed, the connection is closed, and what it received has been handled or
/// comes again: the shard may be another process's from then on.
/// </summary>
public interface IShardTurn : IAsyncDisposable
{
    Shard Shard { get; }

    /// <summary>Where the process that ran the shard before has stopped; null to start a session.</summary>
    ShardSession? Session { get; }

    /// <summary>
    /// Canceled when another process is to have the shard, and at the latest before another process can have it. The connection is then
    /// closed in a way that keeps the session.
    /// </summary>
    CancellationToken Ended { get; }

    /// <summary>
    /// Whether another process takes the shard over if this one stops now. If none does, the session is ended, so that Discord shows the
    /// bot as offline.
    /// </summary>
    bool HasSuccessor { get; }

    /// <summary>
    /// Everything up to this place in the session has been handled. Called for nearly every event, in order and one at a time, so it must
    /// not wait for a database. A note that is lost costs little: some events come again.
    /// </summary>
    /// <param name="session">Null after the session ended, and can't be resumed.</param>
    void Note(ShardSession? session);
}

/// <summary>What it takes to resume a session. See https://discord.com/developers/docs/events/gateway#resuming.</summary>
/// <param name="Sequence">Of the last event before the first that was not handled.</param>
public sealed record ShardSession(string Id, int Sequence, Uri ResumeUrl);

/// <summary>The permission to start one session.</summary>
public interface IIdentifyTurn : IAsyncDisposable
{
    /// <summary>
    /// An Identify was sent just now: the next may follow in five seconds. Without that, the next may follow when this is disposed.
    /// </summary>
    void Identified();
}
