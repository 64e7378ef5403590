using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>Rules for a message that is sent or edited. https://discord.com/developers/docs/resources/message#create-message</summary>
static class MessageRules
{
    /// <summary>The type of a message_reference that brings its own content.</summary>
    const int Forward = 1;

    static readonly string[] Contents = ["content", "embeds", "components", "attachments"];
    static readonly string[] NotInV2 = ["content", "embeds"];
    static readonly string[] Unsupported = ["poll", "sticker_ids", "shared_client_theme"];

    /// <param name="sentBytes">The size of the request's JSON as it was sent.</param>
    /// <exception cref="DiscordException">50035 with every broken rule, 50006 when there is nothing to send, or status 500.</exception>
    public static void CheckNew(JsonObject message, int sentBytes)
    {
        Check(message, HasV2Flag(message));
        CheckSize(sentBytes, HasV2Flag(message));
        if (IsEmpty(message) && message.Object("message_reference")?.Whole("type") != Forward)
            throw DiscordError.EmptyMessage();
    }

    /// <param name="changes">The fields that the request changes.</param>
    /// <param name="old">The message before the edit.</param>
    /// <param name="sentBytes">The size of the request's JSON as it was sent.</param>
    public static void CheckEdit(JsonObject changes, JsonObject old, int sentBytes)
    {
        var wasV2 = HasV2Flag(old);
        var becomesV2 = !wasV2 && HasV2Flag(changes);
        Check(changes, wasV2 || becomesV2);
        CheckSize(sentBytes, wasV2 || becomesV2);
        var errors = new FormErrors();
        if (wasV2 && changes.Whole("flags") is { } && !HasV2Flag(changes))
            errors.Add("flags", "MESSAGE_FLAGS_CANNOT_REMOVE_COMPONENTS_V2", "The IS_COMPONENTS_V2 flag cannot be removed.");
        foreach (var part in NotInV2.Where(part => becomesV2 && !changes.ContainsKey(part) && !IsBlank(old[part])))
        {
            errors.Add(part, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "Empty this field when the IS_COMPONENTS_V2 flag is set.");
        }

        errors.ThrowIfAny();
        var after = old.Copy();
        foreach (var (name, value) in changes)
            after[name] = value?.DeepClone();
        if (IsEmpty(after))
            throw DiscordError.EmptyMessage();
    }

    static void Check(JsonObject message, bool isV2)
    {
        var errors = new FormErrors();
        errors.CheckText(message, "content", "", Limits.Content, min: 0);
        EmbedRules.Check(message, errors);
        ComponentRules.Check(message, isV2, errors);
        MentionRules.Check(message, errors);
        CheckNonce(message, errors);
        foreach (var part in Unsupported.Where(part => !IsBlank(message[part])))
            errors.Add(part, "UNSUPPORTED", "The local Discord has no polls, stickers or themes.");
        foreach (var part in NotInV2.Where(part => isV2 && !IsBlank(message[part])))
        {
            errors.Add(part, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "A message with the IS_COMPONENTS_V2 flag cannot have this field.");
        }

        errors.ThrowIfAny();
    }

    static void CheckSize(int sentBytes, bool isV2)
    {
        if (isV2 && sentBytes > Limits.ComponentsV2Bytes)
            throw DiscordError.ServerFailure();
    }

    static void CheckNonce(JsonObject message, FormErrors errors)
    {
        if (message["nonce"] is { } nonce && nonce.AsWhole() is null)
            errors.CheckText(message, "nonce", "", Limits.Nonce, min: 0);
    }

    static bool IsEmpty(JsonObject message) => Contents.All(part => IsBlank(message[part]));

    static bool IsBlank(JsonNode? part) => part switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        _ => part.AsText() is { } text && text.Trim().Length == 0,
    };

    static bool HasV2Flag(JsonObject message) => ((message.Whole("flags") ?? 0) & MessageFlags.IsComponentsV2) != 0;
}
