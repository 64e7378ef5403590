using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;
using static LocalDiscord.Guilds.Permissions;

namespace LocalDiscord.Guilds;

/// <summary>The channels that the guild starts with, in the order of Discord's channel list.</summary>
static class SeedChannels
{
    public static IEnumerable<JsonObject> All()
    {
        yield return Channel(Seed.NewsroomCategoryId, ChannelType.Category, "Newsroom", position: 0, parent: null, topic: null);
        yield return Channel(Seed.NewsChannelId, ChannelType.Text, "news", position: 0, Seed.NewsroomCategoryId,
            "New articles and related coverage.",
            [.. BotAndModeratorsWrite()]);
        yield return Channel(Seed.AnnouncementsChannelId, ChannelType.Announcement, "announcements", position: 1, Seed.NewsroomCategoryId,
            "News for other servers to follow.",
            [.. BotAndModeratorsWrite()]);
        yield return Stories();
        yield return Channel(Seed.CommunityCategoryId, ChannelType.Category, "Community", position: 1, parent: null, topic: null);
        yield return Channel(Seed.GeneralChannelId, ChannelType.Text, "general", position: 3, Seed.CommunityCategoryId,
            "Ask the bot, talk about the news.");
        yield return Channel(Seed.RulesChannelId, ChannelType.Text, "rules", position: 4, Seed.CommunityCategoryId,
            "Only editors can write here.",
            Role(Seed.GuildId, deny: SendMessages), Role(Seed.ModeratorRoleId, allow: SendMessages));
        yield return Channel(Seed.ArchiveChannelId, ChannelType.Text, "archive", position: 5, Seed.CommunityCategoryId,
            "Hidden from the bot.",
            Role(Seed.BotRoleId, deny: ViewChannel | SendMessages));
    }

    static JsonObject[] BotAndModeratorsWrite() =>
    [
        Role(Seed.GuildId, deny: SendMessages),
        Role(Seed.BotRoleId, allow: SendMessages),
        Role(Seed.ModeratorRoleId, allow: SendMessages),
    ];

    static JsonObject Stories()
    {
        var forum = Forum(
            Seed.ForumChannelId, "stories", position: 2, Seed.NewsroomCategoryId, "One post for each story.", Seed.GuildId);
        forum["available_tags"] = new JsonArray(
            Tag(Seed.WorldTagId, "World"), Tag(Seed.LocalTagId, "Local"), Tag(Seed.WeatherTagId, "Weather"),
            Tag(Seed.SportTagId, "Sport"), Tag(Seed.DevelopingTagId, "Developing"), Tag(Seed.SettledTagId, "Settled"));
        return forum;
    }

    /// <summary>A forum without tags.</summary>
    public static JsonObject Forum(string id, string name, int position, string? parent, string? topic, string guild)
    {
        var forum = Channel(id, ChannelType.Forum, name, position, parent, topic, guild);
        forum["available_tags"] = new JsonArray();
        forum["default_reaction_emoji"] = null;
        forum["default_sort_order"] = null;
        forum["default_forum_layout"] = 0;
        return forum;
    }

    static JsonObject Tag(string id, string name) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["moderated"] = false,
        ["emoji_id"] = null,
        ["emoji_name"] = null,
    };

    static JsonObject Channel(
        string id, int type, string name, int position, string? parent, string? topic, params JsonNode[] overwrites) =>
        Channel(id, type, name, position, parent, topic, Seed.GuildId, overwrites);

    public static JsonObject Channel(
        string id, int type, string name, int position, string? parent, string? topic, string guild, params JsonNode[] overwrites) => new()
    {
        ["id"] = id,
        ["type"] = type,
        ["guild_id"] = guild,
        ["name"] = name,
        ["position"] = position,
        ["parent_id"] = parent,
        ["topic"] = topic,
        ["nsfw"] = false,
        ["last_message_id"] = null,
        ["last_pin_timestamp"] = null,
        ["rate_limit_per_user"] = 0,
        ["flags"] = 0,
        ["permission_overwrites"] = new JsonArray(overwrites),
    };

    static JsonObject Role(string id, ulong allow = 0, ulong deny = 0) => new()
    {
        ["id"] = id,
        ["type"] = 0,
        ["allow"] = allow.ToString(CultureInfo.InvariantCulture),
        ["deny"] = deny.ToString(CultureInfo.InvariantCulture),
    };
}
