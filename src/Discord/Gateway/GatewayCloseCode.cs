namespace Discord;

/// <summary>
/// Why a connection ended.
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

    /// <summary>Ours: any code but 1000 and 1001 keeps the session for resuming.</summary>
    Resuming = 4200,
}

static class GatewayCloseCodes
{
    /// <summary>Connecting again would end the same way.</summary>
    public static bool IsFatal(this GatewayCloseCode code) => code is
        GatewayCloseCode.AuthenticationFailed or
        GatewayCloseCode.InvalidShard or
        GatewayCloseCode.ShardingRequired or
        GatewayCloseCode.InvalidApiVersion or
        GatewayCloseCode.InvalidIntents or
        GatewayCloseCode.DisallowedIntents;

    /// <summary>There is nothing left to resume. After all others it is worth trying: Discord says so if it is not.</summary>
    public static bool EndsSession(this GatewayCloseCode code) => code is
        GatewayCloseCode.NormalClosure or
        GatewayCloseCode.InvalidSequence or
        GatewayCloseCode.SessionTimedOut;
}
