namespace Discord.Gateway;

/// <summary>
/// Why a connection was closed.
/// See https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes.
/// </summary>
public enum GatewayCloseCode
{
    NormalClosure = 1000,
    UnknownError = 4000,
    UnknownOpcode = 4001,
    DecodeError = 4002,
    NotAuthenticated = 4003,
    AuthenticationFailed = 4004,
    AlreadyAuthenticated = 4005,
    InvalidSequence = 4007,
    RateLimited = 4008,
    SessionTimedOut = 4009,
    InvalidShard = 4010,
    ShardingRequired = 4011,
    InvalidApiVersion = 4012,
    InvalidIntents = 4013,
    DisallowedIntents = 4014,

    /// <summary>Sent by this client. Discord keeps the session for any code except 1000 and 1001.</summary>
    Resuming = 4200,
}

static class GatewayCloseCodes
{
    /// <summary>Whether another connection would end the same way.</summary>
    public static bool IsFatal(this GatewayCloseCode code) => code is
        GatewayCloseCode.AuthenticationFailed or
        GatewayCloseCode.InvalidShard or
        GatewayCloseCode.ShardingRequired or
        GatewayCloseCode.InvalidApiVersion or
        GatewayCloseCode.InvalidIntents or
        GatewayCloseCode.DisallowedIntents;

    /// <summary>Whether the session cannot be resumed. After all other codes, resuming is worth a try.</summary>
    public static bool EndsSession(this GatewayCloseCode code) => code is
        GatewayCloseCode.NormalClosure or
        GatewayCloseCode.InvalidSequence or
        GatewayCloseCode.SessionTimedOut;
}
