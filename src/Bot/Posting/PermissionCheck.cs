namespace Bot.Posting;

/// <summary>A permission that the bot needs or can use in a channel.</summary>
/// <param name="Name">By Discord's name.</param>
/// <param name="Purpose">What the bot does with it: <c>to post stories</c>.</param>
/// <param name="IsRequired">Whether nothing works without it.</param>
sealed record PermissionCheck(string Name, string Purpose, bool IsGiven, bool IsRequired)
{
    /// <summary>Whether it is about the roles to ping.</summary>
    public bool IsMention { get; init; }
}
