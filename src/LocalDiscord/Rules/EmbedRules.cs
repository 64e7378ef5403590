using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>https://discord.com/developers/docs/resources/message#embed-object</summary>
static class EmbedRules
{
    public static void Check(JsonObject message, FormErrors errors)
    {
        var embeds = errors.CheckList(message, "embeds", "", Limits.Embeds);
        for (var i = 0; i < embeds.Count; i++)
            CheckEmbed(embeds[i], $"embeds.{i}", errors);
        if (embeds.Sum(Size) > Limits.EmbedsTotal)
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {Limits.EmbedsTotal}");
    }

    static void CheckEmbed(JsonObject embed, string path, FormErrors errors)
    {
        errors.CheckText(embed, "title", path, Limits.EmbedTitle, min: 0);
        errors.CheckText(embed, "description", path, Limits.EmbedDescription, min: 0);
        errors.CheckUrl(embed, "url", path);
        errors.CheckWhole(embed, "color", path, 0, Limits.EmbedColor);
        if (embed["timestamp"] is { } timestamp && (timestamp.AsText() is not { } text || !Timestamps.IsTimestamp(text)))
            errors.Add($"{path}.timestamp", "DATE_TIME_TYPE_PARSE", $"Could not parse {timestamp}. Should be ISO8601.");
        if (embed.Object("footer") is { } footer)
        {
            errors.CheckText(footer, "text", $"{path}.footer", Limits.EmbedFooter, required: true);
            errors.CheckUrl(footer, "icon_url", $"{path}.footer", attachments: true);
        }

        if (embed.Object("author") is { } author)
        {
            errors.CheckText(author, "name", $"{path}.author", Limits.EmbedAuthor, required: true);
            errors.CheckUrl(author, "url", $"{path}.author");
            errors.CheckUrl(author, "icon_url", $"{path}.author", attachments: true);
        }

        foreach (var picture in new[] { "image", "thumbnail" })
        {
            if (embed.Object(picture) is { } media)
                errors.CheckUrl(media, "url", $"{path}.{picture}", required: true, attachments: true);
        }

        var fields = errors.CheckList(embed, "fields", path, Limits.EmbedFields);
        for (var i = 0; i < fields.Count; i++)
        {
            errors.CheckText(fields[i], "name", $"{path}.fields.{i}", Limits.EmbedFieldName, required: true);
            errors.CheckText(fields[i], "value", $"{path}.fields.{i}", Limits.EmbedFieldValue, required: true);
        }
    }

    static int Size(JsonObject embed) =>
        Length(embed, "title") + Length(embed, "description")
        + Length(embed.Object("footer"), "text") + Length(embed.Object("author"), "name")
        + embed.Objects("fields").Sum(field => Length(field, "name") + Length(field, "value"));

    static int Length(JsonObject? from, string name) => from?.Text(name)?.Trim().Length ?? 0;
}
