using System.Text.Json.Nodes;

namespace LocalDiscord.Guilds;

/// <summary>The guild object without roles, channels and members.</summary>
static class SeedGuild
{
    public const string Name = "Harbour Gazette";

    public static JsonObject Json(string id, string name) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["icon"] = null,
        ["description"] = "News from the quay, and from everywhere the ships go.",
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray("COMMUNITY", "NEWS"),
        ["banner"] = null,
        ["owner_id"] = Seed.OwnerId,
        ["application_id"] = null,
        ["region"] = "rotterdam",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["rules_channel_id"] = id == Seed.GuildId ? Seed.RulesChannelId : null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };
}
