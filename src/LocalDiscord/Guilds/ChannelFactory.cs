using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>Builds a channel that a bot creates. https://discord.com/developers/docs/resources/guild#create-guild-channel</summary>
static class ChannelFactory
{
    /// <param name="asked">A request that passed <c>ChannelRules</c>.</param>
    public static JsonObject New(JsonObject asked, Guild guild, Snowflakes ids)
    {
        var type = (int)(asked.Whole("type") ?? ChannelType.Text);
        var parent = guild.Channel(asked.Text("parent_id") ?? "");
        var position = (int)(asked.Whole("position") ?? NextPosition(guild));
        var name = NormalizeName(asked.Text("name")!, type);
        var channel = SeedChannels.Channel(ids.Next(), type, name, position, parent?.Text("id"), asked.Text("topic"), guild.Id);
        channel["permission_overwrites"] = Overwrites.Normalize(OverwritesFor(asked, parent));
        channel["nsfw"] = asked.Flag("nsfw");
        channel["rate_limit_per_user"] = asked.Whole("rate_limit_per_user") ?? 0;
        if (type != ChannelType.Forum)
            return channel;
        channel["available_tags"] = Tags(asked.Objects("available_tags"), ids);
        channel["default_reaction_emoji"] = asked["default_reaction_emoji"]?.DeepClone();
        channel["default_sort_order"] = asked.Whole("default_sort_order");
        channel["default_forum_layout"] = asked.Whole("default_forum_layout") ?? 0;
        return channel;
    }

    /// <summary>Names of channels have no capitals and no spaces; names of categories may have both.</summary>
    public static string NormalizeName(string name, long type) => type == ChannelType.Category
        ? name.Trim()
        : string.Join('-', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A forum's tags as Discord returns them. New tags get ids; others keep theirs.</summary>
    public static JsonArray Tags(IEnumerable<JsonObject> asked, Snowflakes ids) => Json.ArrayOf(asked.Select(tag => new JsonObject
    {
        ["id"] = tag.Text("id") ?? ids.Next(),
        ["name"] = tag.Text("name")!.Trim(),
        ["moderated"] = tag.Flag("moderated"),
        ["emoji_id"] = tag["emoji_id"]?.DeepClone(),
        ["emoji_name"] = tag["emoji_name"]?.DeepClone(),
    }));

    static long NextPosition(Guild guild) =>
        guild.Channels.Select(channel => channel.Whole("position") ?? 0).DefaultIfEmpty(-1).Max() + 1;

    // A request that doesn't mention overwrites gets those of the category.
    static IEnumerable<JsonObject> OverwritesFor(JsonObject asked, JsonObject? parent) =>
        asked["permission_overwrites"] is null && parent is not null ? Overwrites.Of(parent) : asked.Objects("permission_overwrites");
}
