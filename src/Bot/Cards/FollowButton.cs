namespace Bot.Cards;

/// <summary>What the buttons carry by which members follow a story, stop it, or follow its topics.</summary>
static class FollowButton
{
    public const string Name = "follow";
    public const string Stopping = "stop";
    public const string Topics = "topics";

    /// <param name="story">The story's public key.</param>
    public static CustomId Of(long story) => new(Name, story);

    /// <inheritdoc cref="Of"/>
    public static CustomId Stop(long story) => Of(story) with { Words = Stopping };

    /// <summary>Whether it is the button on a story's card, and not one in a message to followers.</summary>
    public static bool IsOfCard(CustomId? id) => id is { Name: Name, Words: null, Numbers: [_] };

    /// <inheritdoc cref="Of"/>
    public static CustomId TopicsOf(long story) => Of(story) with { Words = Topics };
}
