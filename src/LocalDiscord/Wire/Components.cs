using System.Text.Json.Nodes;

namespace LocalDiscord.Wire;

/// <summary>Component types, and the component tree of a message. https://discord.com/developers/docs/components/reference</summary>
static class Components
{
    public const int
        ActionRow = 1, Button = 2, StringSelect = 3, UserSelect = 5, RoleSelect = 6, MentionableSelect = 7, ChannelSelect = 8,
        Section = 9, TextDisplay = 10, Thumbnail = 11, MediaGallery = 12, File = 13, Separator = 14, Container = 17;

    public const int LinkButton = 5, PremiumButton = 6;

    /// <summary>Every component at every depth, parents before their children.</summary>
    public static IEnumerable<JsonObject> All(JsonObject message) => message.Objects("components").SelectMany(WithChildren);

    public static JsonObject? WithCustomId(JsonObject message, string customId) =>
        All(message).FirstOrDefault(component => component.Text("custom_id") == customId);

    /// <summary>The content, followed by the text of every Text Display.</summary>
    public static string TextOf(JsonObject message) =>
        string.Join('\n', All(message).Where(component => component.Whole("type") == TextDisplay)
            .Select(component => component.Text("content")).Prepend(message.Text("content")).Where(text => !string.IsNullOrEmpty(text)));

    public static bool IsSelect(long? type) => type is StringSelect or >= UserSelect and <= ChannelSelect;

    public static IEnumerable<JsonObject> WithChildren(JsonObject component)
    {
        var children = component.Objects("components");
        if (component.Object("accessory") is { } accessory)
            children = children.Append(accessory);
        return children.SelectMany(WithChildren).Prepend(component);
    }
}
