using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>Ids that every run starts with. They never change, so scripts, tests and settings can use them.</summary>
public static class Seed
{
    /// <summary>The application and its bot user, which have the same id.</summary>
    public const string ApplicationId = "1214122662297600000";

    /// <summary>
    /// The only bot token that the local Discord accepts. It is no secret, but has the shape of one, because some clients
    /// read the bot's id from the first part: the id and a time in base64, and where a real token has its HMAC, plain words.
    /// </summary>
    public const string Token = "MTIxNDEyMjY2MjI5NzYwMDAwMA.ZeWB2A.this-is-the-local-discord-not-a-secret";

    public const string GuildId = "1214123237466701827";

    public const string OwnerId = "1214123812635803654";
    public const string MemberId = "1214124387804905474";
    public const string ModeratorId = "1214124711315767301";

    /// <summary>A member who doesn't accept direct messages (50007).</summary>
    public const string ReservedMemberId = "1214124711315767302";

    public const string BotRoleId = "1214125286484869121";
    public const string ModeratorRoleId = "1214125861653970948";

    public const string NewsroomCategoryId = "1214126436823072768";
    public const string CommunityCategoryId = "1214126756139630595";

    /// <summary><c>#news</c>: the bot and moderators can write, members can read.</summary>
    public const string NewsChannelId = "1214127331308732422";

    /// <summary><c>#announcements</c> (type 5): messages can be crossposted.</summary>
    public const string AnnouncementsChannelId = "1214127906477834242";

    /// <summary><c>#stories</c> (type 15): a forum with tags.</summary>
    public const string ForumChannelId = "1214128229988696069";

    /// <summary><c>#general</c>: everybody can write.</summary>
    public const string GeneralChannelId = "1214128805157797889";

    /// <summary><c>#rules</c>: the bot can read but not write (50013).</summary>
    public const string RulesChannelId = "1214129380326899716";

    /// <summary><c>#archive</c>: hidden from the bot (50001).</summary>
    public const string ArchiveChannelId = "1214129955496001536";

    public const string WorldTagId = "1214130279006863363";
    public const string LocalTagId = "1214130849981661190";
    public const string WeatherTagId = "1214131425150763010";
    public const string SportTagId = "1214131748661624837";
    public const string DevelopingTagId = "1214132072172486664";
    public const string SettledTagId = "1214132395683348491";

    /// <summary>New ids start after this one.</summary>
    internal static readonly ulong LastId = Snowflakes.Parse(SportTagId);

    /// <summary>Whether every run starts with this channel, as opposed to one that was opened later.</summary>
    internal static bool Includes(string channelId) => Snowflakes.Parse(channelId) <= LastId;
}
