using Dapper;
using Desk.Channels;
using Desk.Database;

[module: TypeHandler(typeof(Destination), typeof(NameHandler<Destination>))]

namespace Desk.Channels;

/// <summary>The type of a channel that gets messages.</summary>
public enum Destination
{
    Text,

    /// <summary>Its messages can be published to the channels of other communities that follow it.</summary>
    Announcement,

    /// <summary>Each story is a separate post in it.</summary>
    Forum,

    Thread,

    /// <summary>A member's direct messages. The channel's id is the member's.</summary>
    Member,
}
