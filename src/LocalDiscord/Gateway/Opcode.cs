namespace LocalDiscord.Gateway;

/// <summary>https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes</summary>
static class Opcode
{
    public const int
        Dispatch = 0, Heartbeat = 1, Identify = 2, PresenceUpdate = 3, VoiceStateUpdate = 4, Resume = 6, Reconnect = 7,
        RequestGuildMembers = 8, InvalidSession = 9, Hello = 10, HeartbeatAck = 11, RequestSoundboardSounds = 31,
        RequestChannelInfo = 43;

    /// <summary>Valid commands of an identified bot that have no effect here.</summary>
    public static bool IsIgnored(long op) =>
        op is PresenceUpdate or VoiceStateUpdate or RequestGuildMembers or RequestSoundboardSounds or RequestChannelInfo;
}
