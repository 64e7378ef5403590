namespace Desk.Channels;

/// <summary>A channel of a <see cref="ChannelsFile"/>, and its rules.</summary>
/// <param name="Channel">The chat service's id.</param>
/// <param name="Name">Written as a comment, since names change and ids don't; null in what is read.</param>
public sealed record ChannelEntry(string Channel, string? Name, ChannelRules Rules);
