namespace Bot.Cards;

/// <summary>What the button above a direct message carries that came because of topics.</summary>
static class UnfollowButton
{
    public const string Name = "unfollow";

    /// <summary>Stops following the topic because of which a story came.</summary>
    /// <param name="story">The story's public key.</param>
    public static CustomId Of(long story) => new(Name, story);

    /// <summary>Shows everything that the member follows.</summary>
    public static CustomId OfAll { get; } = new(Name);
}
