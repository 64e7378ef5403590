namespace Discord.Gateway;

/// <summary>The presence that all shards should show. Only the latest text matters.</summary>
sealed class PresenceState
{
    Presence current = new(null);

    public Presence Current => Volatile.Read(ref current);

    public void Set(string? text) => Interlocked.Exchange(ref current, new(text)).Replaced.TrySetResult();

    public sealed record Presence(string? Text)
    {
        /// <summary>Completes when there is a newer presence.</summary>
        public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
