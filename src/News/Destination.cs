namespace News;

/// <summary>What a channel is that gets messages.</summary>
public enum Destination
{
    Text,

    /// <summary>Its messages can be published to the channels of other communities that follow it.</summary>
    Announcement,

    /// <summary>Each story is a post of its own in it.</summary>
    Forum,

    Thread,

    /// <summary>A member's private messages. The channel's name is then the member's with an @ before it.</summary>
    Member,
}
