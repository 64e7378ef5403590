using System.Text.Json.Nodes;

namespace LocalDiscord.Messages;

/// <summary>An emoji; or a server's own one, which has an id. https://discord.com/developers/docs/resources/emoji#emoji-object</summary>
readonly record struct Emoji(string Name, string? Id = null)
{
    /// <summary>Reads an emoji itself or <c>name:id</c>, as in a path; null for anything else.</summary>
    public static Emoji? Parse(string text)
    {
        var parts = text.Split(':');
        // A letter means that the client forgot to URL-encode an emoji.
        return parts[0].Length == 0 || (parts.Length == 1 && char.IsAsciiLetter(parts[0][0]))
            ? null
            : new(parts[0], parts.ElementAtOrDefault(1));
    }

    public JsonObject ToJson() => new() { ["id"] = Id, ["name"] = Name };
}
