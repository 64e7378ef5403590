using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Guilds;

/// <summary>A channel that a bot makes. https://discord.com/developers/docs/resources/guild#create-guild-channel</summary>
static class GuildChannels
{
    /// <param name="asked">A request that passed <c>ChannelRules</c>.</param>
    /// <param name="guild">Where.</param>
    /// <param name="ids">For it and for its tags.</param>
    public static JsonObject New(JsonObject asked, Guild guild, Snowflakes ids)
    {
        var type = (int)(asked.Whole("type") ?? ChannelType.Text);
        var parent = guild.Channel(asked.Text("parent_id") ?? "");
        // Without a word about permissions it takes those of its category.
        var overwrites = asked["permission_overwrites"] is null && parent is not null ? Overwrites.Of(parent) : asked.Objects("permission_overwrites");
        var position = (int)(asked.Whole("position") ?? guild.Channels.Select(channel => channel.Whole("position") ?? 0).DefaultIfEmpty(-1).Max() + 1);
        var channel = SeedChannels.Channel(ids.Next(), type, Named(asked.Text("name")!, type), position, parent?.Text("id"), asked.Text("topic"), guild.Id);
        channel["permission_overwrites"] = Overwrites.Kept(overwrites);
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

    /// <summary>Channels that are written in have names without capitals and spaces; categories have any.</summary>
    public static string Named(string name, long type) => type == ChannelType.Category
        ? name.Trim()
        : string.Join('-', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A forum's tags as Discord keeps them: each with an id, the old ones with theirs.</summary>
    public static JsonArray Tags(IEnumerable<JsonObject> asked, Snowflakes ids) => Json.ArrayOf(asked.Select(tag => new JsonObject
    {
        ["id"] = tag.Text("id") ?? ids.Next(),
        ["name"] = tag.Text("name")!.Trim(),
        ["moderated"] = tag.Flag("moderated"),
        ["emoji_id"] = tag["emoji_id"]?.DeepClone(),
        ["emoji_name"] = tag["emoji_name"]?.DeepClone(),
    }));
}
