namespace Discord;

/// <summary>What the bot shall be seen watching. All shards look here; only the newest text counts.</summary>
sealed class WantedPresence(string? text)
{
    /// <summary>The text, and a task that completes when there is another one.</summary>
    public sealed record Wish(string? Text)
    {
        public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    Wish current = new(text);

    public Wish Current => Volatile.Read(ref current);

    public void Set(string? text) => Interlocked.Exchange(ref current, new(text)).Replaced.TrySetResult();
}
