using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>
/// Rules for a guild's channel, new or changed. The local Discord has no voice or stage channels.
/// https://discord.com/developers/docs/resources/guild#create-guild-channel
/// </summary>
static class ChannelRules
{
    static readonly long[] Types = [ChannelType.Text, ChannelType.Category, ChannelType.Announcement, ChannelType.Forum];
    static readonly long[] OverwriteTypes = [OverwriteType.Role, OverwriteType.Member];

    /// <param name="findChannel">Finds a channel of the same guild by its id.</param>
    /// <exception cref="DiscordException">50035 with every broken rule.</exception>
    public static void CheckNew(JsonObject asked, Func<string, JsonObject?> findChannel)
    {
        var errors = new FormErrors();
        if (asked["type"] is not null && !Types.Contains(asked.Whole("type") ?? -1))
            errors.OneOf("type", Types);
        Check(asked, asked.Whole("type") ?? ChannelType.Text, isNew: true, findChannel, errors);
        errors.ThrowIfAny();
    }

    /// <exception cref="DiscordException">50035 with every broken rule.</exception>
    public static void CheckEdit(JsonObject changes, JsonObject channel, Func<string, JsonObject?> findChannel)
    {
        var errors = new FormErrors();
        Check(changes, channel.Whole("type")!.Value, isNew: false, findChannel, errors);
        errors.ThrowIfAny();
    }

    /// <summary>One overwrite: the body of its own route, or an item of a channel's list.</summary>
    public static void CheckOverwrite(JsonObject overwrite, string path, FormErrors errors, bool typeRequired = false)
    {
        var type = FieldRules.Join(path, "type");
        if (typeRequired && overwrite["type"] is null)
            errors.Required(type);
        else if (overwrite["type"] is not null && !OverwriteTypes.Contains(overwrite.Whole("type") ?? -1))
            errors.OneOf(type, OverwriteTypes);
        foreach (var name in new[] { "allow", "deny" })
        {
            if (overwrite[name] is { } bits && !ulong.TryParse(bits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                errors.Add(FieldRules.Join(path, name), "NUMBER_TYPE_COERCE", $"Value \"{bits}\" is not int.");
        }
    }

    static void Check(JsonObject asked, long type, bool isNew, Func<string, JsonObject?> findChannel, FormErrors errors)
    {
        errors.CheckText(asked, "name", "", Limits.ChannelName, required: isNew);
        errors.CheckText(asked, "topic", "", type == ChannelType.Forum ? Limits.ForumTopic : Limits.ChannelTopic, min: 0);
        errors.CheckWhole(asked, "rate_limit_per_user", "", 0, Limits.SlowMode);
        errors.CheckWhole(asked, "position", "", 0, int.MaxValue);
        CheckParent(asked, findChannel, errors);
        var overwrites = errors.CheckList(asked, "permission_overwrites", "", Limits.Overwrites);
        for (var i = 0; i < overwrites.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"permission_overwrites.{i}");
            if (overwrites[i]["id"] is null)
                errors.Required($"{path}.id");
            CheckOverwrite(overwrites[i], path, errors);
        }

        var tags = errors.CheckList(asked, "available_tags", "", Limits.ForumTags);
        for (var i = 0; i < tags.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"available_tags.{i}");
            errors.CheckText(tags[i], "name", path, Limits.TagName, required: true);
        }
    }

    static void CheckParent(JsonObject asked, Func<string, JsonObject?> findChannel, FormErrors errors)
    {
        if (asked.Text("parent_id") is not { } parent)
            return;
        if (findChannel(parent) is not { } category)
            errors.Add("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
        else if (category.Whole("type") != ChannelType.Category)
            errors.Add("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category");
    }
}
