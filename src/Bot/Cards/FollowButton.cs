namespace Bot.Cards;

/// <summary>What the buttons carry by which members follow a story, stop it, or follow its topics.</summary>
static class FollowButton
{
    public const string Name = "follow";
    public const string Stopping = "stop";
    public const string Topics = "topics";

    public static CustomId Of(long storyId) => new(Name, storyId);

    public static CustomId Stop(long storyId) => Of(storyId) with { Words = Stopping };

    public static CustomId TopicsOf(long storyId) => Of(storyId) with { Words = Topics };
}
