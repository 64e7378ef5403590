using Bot.Commands.Interactions;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands;

/// <summary>
/// How often buttons of posts were pressed, until that is written: in memory, so that no answer waits for the database. Who pressed, and
/// which story's button, isn't noted.
/// </summary>
sealed class PressCounter(TimeProvider clock)
{
    readonly Lock gate = new();
    Dictionary<(ChannelPlace Place, DateTimeOffset Day), int> counts = [];

    /// <param name="pressed">A button or a menu.</param>
    /// <param name="access">Who may use it. What only moderators may use belongs to no post.</param>
    public void Note(Interaction pressed, Access access)
    {
        // An answer has buttons, too, but isn't a post.
        if (access is not Access.Everyone || pressed is not { GuildId: not null, Message: { InteractionMetadata: null } }
            || Places.Of(pressed) is not { } place)
            return;
        Add(new(place, new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero), Count: 1));
    }

    /// <summary>What was noted since the last time.</summary>
    public IReadOnlyList<ChannelPresses> Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = [];
            return [.. taken.Select(one => new ChannelPresses(one.Key.Place, one.Key.Day, one.Value))];
        }
    }

    /// <summary>Notes what could not be written again.</summary>
    public void Return(IReadOnlyList<ChannelPresses> taken)
    {
        foreach (var presses in taken)
            Add(presses);
    }

    void Add(ChannelPresses presses)
    {
        lock (gate)
            counts[(presses.Place, presses.Day)] = counts.GetValueOrDefault((presses.Place, presses.Day)) + presses.Count;
    }
}
