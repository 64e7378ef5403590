namespace News.Rules;

/// <summary>A channel of a <see cref="ChannelsFile"/>, and what it wants.</summary>
/// <param name="Channel">By the chat service's id.</param>
/// <param name="Name">Written as a comment for people, and so null in what is read: names change, ids don't.</param>
public sealed record ChannelEntry(string Channel, string? Name, ChannelRules Rules);
