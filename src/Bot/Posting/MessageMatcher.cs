using Discord.Models;

namespace Bot.Posting;

/// <summary>Recognizes the message that an earlier attempt sent.</summary>
/// <param name="Place">Where it would be, if that isn't the delivery's own channel.</param>
sealed record MessageMatcher(Func<Message, bool> IsMatch, string? Place = null)
{
    /// <summary>Whether it can't be another's, which may share a headline or an address; such a message is preferred.</summary>
    public Func<Message, bool> IsSure { get; init; } = IsMatch;

    /// <summary>Whether it looks like this one, but is known to be another's.</summary>
    public Func<Message, CancellationToken, Task<bool>> IsOfAnotherAsync { get; init; } = (_, _) => Task.FromResult(false);

    /// <summary>Recognizes a message that brought it together with others.</summary>
    public Func<Message, bool> Brought { get; init; } = _ => false;
}
