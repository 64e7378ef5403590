using System.Text.Json;
using Discord.Models;

namespace Discord.Gateway;

/// <summary>The payloads that the client sends. See https://discord.com/developers/docs/events/gateway-events#send-events.</summary>
static class GatewayCommand
{
    /// <summary>
    /// Bytes. Discord closes a connection that sends more.
    /// See https://discord.com/developers/docs/events/gateway#sending-events.
    /// </summary>
    internal const int MaxPayload = 4096;

    // GUILD_CREATE is the only event in use that needs an intent; interactions need none.
    const int GuildsIntent = 1;

    internal static string Os => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    // The limit of an activity's name is not documented; the list of members shows even less.
    const int MaxActivityName = 128;

    static readonly ConnectionProperties Properties = new(Os, "news-desk", "news-desk");

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#identify.</summary>
    public static byte[] Identify(string token, Shard shard, string? watching) => JsonSerializer.SerializeToUtf8Bytes(
        new(
            GatewayOpcode.Identify,
            new(token, GuildsIntent, Properties, [shard.Id, shard.Count], watching is null ? null : Watching(watching))),
        GatewayJson.Default.IdentifyFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#update-presence.</summary>
    public static byte[] UpdatePresence(string? watching) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.PresenceUpdate, Watching(watching)), GatewayJson.Default.PresenceFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#resume.</summary>
    public static byte[] Resume(string token, string sessionId, int? sequence) => JsonSerializer.SerializeToUtf8Bytes(
        new(GatewayOpcode.Resume, new(token, sessionId, sequence ?? 0)), GatewayJson.Default.ResumeFrame);

    /// <summary>See https://discord.com/developers/docs/events/gateway-events#heartbeat.</summary>
    public static byte[] Heartbeat(int? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOpcode.Heartbeat, sequence), GatewayJson.Default.HeartbeatFrame);

    static PresenceUpdate Watching(string? text) => new(
        Since: null,
        text is null ? [] : [new(DiscordText.Shorten(text, MaxActivityName), ActivityType.Watching)],
        "online",
        Afk: false);
}
