using Discord.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace Discord.Tests.Gateway;

public sealed class ShardProgressTests : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly FakeTimeProvider clock = new();
    readonly NotedTurn turn = new();
    readonly ShardProgress progress;

    public ShardProgressTests()
    {
        progress = new(turn);
        progress.Begin("6f1c", new("wss://resume.example"));
    }

    [Fact]
    public void Notes_up_to_the_first_event_that_is_not_handled()
    {
        var (first, second, third) = (Taken(1), Taken(2), Taken(3));

        third.MarkHandled();
        first.MarkHandled();
        second.MarkHandled();

        Assert.Equal([1, 3], turn.Sequences);
    }

    [Fact]
    public void Late_event_of_an_earlier_session_changes_nothing()
    {
        var late = Taken(7);
        progress.Begin("7a2d", new("wss://resume.example"));
        Taken(1).MarkHandled();

        late.MarkHandled();

        Assert.Equal([1], turn.Sequences);
    }

    [Fact]
    public void Session_that_ended_is_noted_once()
    {
        Taken(1).MarkHandled();

        progress.End();
        progress.End();

        Assert.Equal([1, null], turn.Sequences);
    }

    [Fact]
    public async Task Handover_waits_for_all_that_was_received()
    {
        var (taken, queued) = (Taken(1), progress.Receive(2));
        var drained = progress.DrainAsync(Patience, clock, CancellationToken.None);

        taken.MarkHandled();
        Assert.False(drained.IsCompleted);
        Assert.True(queued.TryTake());
        queued.MarkHandled();
        await drained;

        Assert.Equal([1, 2], turn.Sequences);
    }

    [Fact]
    public async Task End_of_the_program_leaves_what_nobody_has_taken_to_the_next_process()
    {
        var (taken, queued) = (Taken(1), progress.Receive(2));
        var drained = progress.DrainAsync(Patience, clock, new(canceled: true));

        Assert.False(drained.IsCompleted);
        taken.MarkHandled();
        await drained;

        Assert.False(queued.TryTake());
        Assert.Equal([1], turn.Sequences);
    }

    [Fact]
    public async Task Event_that_takes_too_long_is_left_to_the_next_process()
    {
        var slow = Taken(1);
        var drained = progress.DrainAsync(Patience, clock, CancellationToken.None);

        clock.Advance(Patience);
        await drained;
        slow.MarkHandled();

        Assert.Empty(turn.Sequences);
    }

    public ValueTask DisposeAsync() => turn.DisposeAsync();

    EventReceipt Taken(int sequence)
    {
        var receipt = progress.Receive(sequence);
        Assert.True(receipt.TryTake());
        return receipt;
    }

    sealed class NotedTurn : IShardTurn
    {
        public List<int?> Sequences { get; } = [];

        public Shard Shard => Shard.Only;

        public ShardSession? Session => null;

        public CancellationToken Ended => CancellationToken.None;

        public bool HasSuccessor => false;

        public void Note(ShardSession? session) => Sequences.Add(session?.Sequence);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
