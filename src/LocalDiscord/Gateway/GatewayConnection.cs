using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Gateway;

/// <summary>
/// A bot's connection: responds to everything that the bot sends.
/// https://discord.com/developers/docs/events/gateway#connections
/// </summary>
sealed class GatewayConnection(
    GatewayHub hub, ReadyEvents readyEvents, GuildMembersRequests members, TimeProvider clock, GatewaySocket socket, GatewayOrigin origin)
{
    public const int HeartbeatInterval = 41250;
    const int SendsPerMinute = 120;

    readonly Queue<DateTimeOffset> sends = [];
    GatewaySession? session;

    public DateTimeOffset LastHeartbeat { get; private set; } = clock.GetUtcNow();

    /// <summary>How many of the next heartbeats are not acknowledged.</summary>
    public int IgnoredHeartbeats { get; private set; }

    public void Send(string frame) => socket.Send(frame);

    public void Close(CloseCode code, string reason) => socket.Close(code, reason);

    public void Drop() => socket.Drop();

    public void SendHello() => Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = HeartbeatInterval });

    /// <summary>Op 1: the bot must send a heartbeat now.</summary>
    public void RequestHeartbeat() => Send(Opcode.Heartbeat, null);

    /// <summary>Op 7: the bot must reconnect and resume.</summary>
    public void RequestReconnect() => Send(Opcode.Reconnect, null);

    /// <summary>Op 9: the bot may resume the session, or must identify again.</summary>
    public void Invalidate(bool resumable)
    {
        if (!resumable && session is not null)
        {
            hub.Detach(session, this, forGood: true);
            session = null;
        }

        Send(Opcode.InvalidSession, resumable);
    }

    /// <summary>Behaves like a dead connection: the next heartbeats are not acknowledged.</summary>
    public void IgnoreHeartbeats(int count) => IgnoredHeartbeats += count;

    public void Receive(string payload)
    {
        if (Parse(payload) is not { } frame)
            Close(CloseCode.DecodeError, "Error while decoding payload.");
        else if (IsTooFast())
            Close(CloseCode.RateLimited, "You are being rate limited.");
        else
            Receive(frame.Whole("op") ?? -1, frame["d"]);
    }

    /// <param name="code">The bot's close code; null if it sent none.</param>
    public void Ended(int? code)
    {
        if (session is not null)
            hub.Detach(session, this, forGood: code is 1000 or 1001);
    }

    void Receive(long op, JsonNode? data)
    {
        switch (op)
        {
            case Opcode.Heartbeat:
                LastHeartbeat = clock.GetUtcNow();
                Acknowledge();
                break;
            case Opcode.Identify or Opcode.Resume when session is not null:
                Close(CloseCode.AlreadyAuthenticated, "Already authenticated.");
                break;
            case Opcode.Identify or Opcode.Resume when data is not JsonObject:
                Close(CloseCode.DecodeError, "Error while decoding payload.");
                break;
            case Opcode.Identify:
                Identify((JsonObject)data!);
                break;
            case Opcode.Resume:
                Resume((JsonObject)data!);
                break;
            case Opcode.RequestGuildMembers when session is not null:
                members.Answer(session, data as JsonObject ?? []);
                break;
            case var known when Opcode.IsIgnored(known):
                if (session is null)
                    Close(CloseCode.NotAuthenticated, "Not authenticated.");
                break;
            default:
                Close(CloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    void Acknowledge()
    {
        if (IgnoredHeartbeats > 0)
            IgnoredHeartbeats--;
        else
            Send(Opcode.HeartbeatAck, null);
    }

    void Identify(JsonObject identify)
    {
        if (IdentifyRules.Violation(identify, hub.Privileged) is var (code, reason))
        {
            Close(code, reason);
            return;
        }

        var (shard, shards) = IdentifyRules.Shard(identify);
        if (!hub.Identifies.Take(shard))
        {
            Invalidate(resumable: false);
            return;
        }

        session = hub.Begin(this, identify.Whole("intents")!.Value, shard, shards);
        readyEvents.SendTo(session, identify, origin);
    }

    void Resume(JsonObject resume)
    {
        var seen = resume.Whole("seq") ?? -1;
        if (!IdentifyRules.HasToken(resume))
            Close(CloseCode.AuthenticationFailed, "Authentication failed.");
        else if (hub.Resumable(resume.Text("session_id")) is not { } resumed)
            Invalidate(resumable: false);
        else if (!resumed.HasReached(seen))
            Close(CloseCode.InvalidSequence, "Invalid seq.");
        else if (!resumed.CanReplayAfter(seen))
            Invalidate(resumable: false);
        else
            Resume(resumed, seen);
    }

    void Resume(GatewaySession resumed, long seen)
    {
        session = resumed;
        hub.Attach(resumed, this);
        resumed.ReplayAfter(seen);
        resumed.Dispatch("RESUMED", []);
    }

    static JsonObject? Parse(string payload)
    {
        try
        {
            return Json.Parse(Encoding.UTF8.GetBytes(payload)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    bool IsTooFast()
    {
        var now = clock.GetUtcNow();
        while (sends.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
            sends.Dequeue();
        sends.Enqueue(now);
        return sends.Count > SendsPerMinute;
    }

    void Send(int op, JsonNode? data) => Send(Json.Text(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }));
}
