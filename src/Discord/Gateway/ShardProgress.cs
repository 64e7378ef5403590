namespace Discord.Gateway;

/// <summary>
/// How far the events of a shard have been handled: up to the first that still is not. They are handled side by side and end in any
/// order, but a session resumes from one place, so that is what the owner of the shard is told.
/// </summary>
sealed class ShardProgress(IShardTurn turn)
{
    readonly Lock gate = new();
    readonly SortedSet<(int Sequence, int Number)> unhandled = [];
    TaskCompletionSource? drained;
    ShardSession? session = turn.Session;
    int latest = turn.Session?.Sequence ?? 0;
    int received;
    int queued;
    int atConsumer;
    bool isStopping;
    bool isClosed;

    /// <summary>A new session, whose events are numbered from 1.</summary>
    public void Begin(string sessionId, Uri resumeUrl)
    {
        lock (gate)
        {
            (session, latest) = (new(sessionId, 0, resumeUrl), 0);
            unhandled.Clear();
        }
    }

    /// <summary>The session can't be resumed any more.</summary>
    public void End()
    {
        lock (gate)
        {
            if (session is null || isClosed)
                return;
            session = null;
            unhandled.Clear();
            turn.Note(null);
        }
    }

    /// <summary>An event arrived.</summary>
    public EventReceipt Receive(int sequence)
    {
        lock (gate)
        {
            latest = Math.Max(latest, sequence);
            queued++;
            var receipt = new EventReceipt(this, (sequence, ++received));
            unhandled.Add(receipt.Key);
            return receipt;
        }
    }

    /// <summary>Gives an event to the consumer.</summary>
    /// <returns>Whether it may be handled: not after the shard was given up, since it comes again to whoever has the shard then.</returns>
    public bool TryTake(EventReceipt receipt)
    {
        lock (gate)
        {
            if (isClosed)
                return false;
            queued--;
            atConsumer++;
            return receipt.IsTaken = true;
        }
    }

    public void MarkHandled(EventReceipt receipt)
    {
        lock (gate)
        {
            if (receipt.IsHandled)
                return;
            receipt.IsHandled = true;
            if (receipt.IsTaken)
                atConsumer--;
            else
                queued--;
            // An event of an earlier session is not there: nothing resumes that one.
            unhandled.Remove(receipt.Key);
            Note();
            EndDrainIfQuiet();
        }
    }

    /// <summary>
    /// Waits until everything that was received has been handled. When the program stops, what the consumer has not taken by then is left
    /// to the next process. Afterwards nothing is noted, and no event is given to the consumer.
    /// </summary>
    public async Task DrainAsync(TimeSpan patience, TimeProvider clock, CancellationToken stop)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            drained = over;
            EndDrainIfQuiet();
        }

        await using var stopping = stop.UnsafeRegister(_ => LeaveQueued(), null);
        await over.Task.WaitAsync(patience, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Close();
    }

    /// <summary>As after <see cref="DrainAsync"/>, without waiting.</summary>
    public void Close()
    {
        lock (gate)
            isClosed = true;
    }

    void LeaveQueued()
    {
        lock (gate)
        {
            isStopping = true;
            EndDrainIfQuiet();
        }
    }

    void Note()
    {
        var reached = unhandled.Count == 0 ? latest : unhandled.Min.Sequence - 1;
        if (session is null || isClosed || session.Sequence == reached)
            return;
        session = session with { Sequence = reached };
        turn.Note(session);
    }

    void EndDrainIfQuiet()
    {
        if (drained is null || atConsumer > 0 || (queued > 0 && !isStopping))
            return;
        isClosed = true;
        drained.TrySetResult();
    }
}

/// <summary>Stands for one event that arrived, until it has been handled.</summary>
/// <param name="key">The event's number in its session, and among all events of the shard.</param>
sealed class EventReceipt(ShardProgress progress, (int Sequence, int Number) key)
{
    public (int Sequence, int Number) Key => key;

    /// <summary>Set by <see cref="ShardProgress"/>, which holds a lock.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Set by <see cref="ShardProgress"/>, which holds a lock.</summary>
    public bool IsHandled { get; set; }

    /// <inheritdoc cref="ShardProgress.TryTake"/>
    public bool TryTake() => progress.TryTake(this);

    public void MarkHandled() => progress.MarkHandled(this);
}
