using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>
/// What clients may ask for at their start: emojis, stickers, webhooks, invites, and the audit log. The only webhooks are those of
/// channels that follow others; the other lists are empty, because nothing here creates what they contain.
/// https://discord.com/developers/docs/resources/guild
/// </summary>
sealed class GuildListsApi(Access access, ChannelFollowers followers)
{
    static readonly string[] AuditLog =
    [
        "application_commands", "audit_log_entries", "auto_moderation_rules", "guild_scheduled_events", "integrations", "threads",
        "users", "webhooks",
    ];

    public ApiResponse ListGuildEmojis(ApiRequest request) => ListOf(access.Guild(request), "emojis");

    public ApiResponse ListGuildStickers(ApiRequest request) => ListOf(access.Guild(request), "stickers");

    public static ApiResponse ListApplicationEmojis(ApiRequest request)
    {
        Access.CheckApplication(request);
        return ApiResponse.Ok(new JsonObject { ["items"] = new JsonArray() });
    }

    public ApiResponse GetGuildInvites(ApiRequest request)
    {
        access.Guild(request, Permissions.ManageGuild);
        return ApiResponse.Ok(new JsonArray());
    }

    public ApiResponse GetChannelInvites(ApiRequest request)
    {
        access.Channel(request, Permissions.ManageChannels);
        return ApiResponse.Ok(new JsonArray());
    }

    public ApiResponse GetGuildWebhooks(ApiRequest request)
    {
        var guild = access.Guild(request, Permissions.ManageWebhooks);
        return ApiResponse.Ok(Json.ArrayOf(guild.Channels.SelectMany(followers.WebhooksIn)));
    }

    public ApiResponse GetChannelWebhooks(ApiRequest request) =>
        ApiResponse.Ok(Json.ArrayOf(followers.WebhooksIn(access.Channel(request, Permissions.ManageWebhooks))));

    public ApiResponse GetGuildAuditLog(ApiRequest request)
    {
        access.Guild(request, Permissions.ViewAuditLog);
        var log = new JsonObject();
        foreach (var list in AuditLog)
            log[list] = new JsonArray();
        return ApiResponse.Ok(log);
    }

    static ApiResponse ListOf(Guild guild, string field) => ApiResponse.Ok(guild.ToJson()[field]!.DeepClone());
}
