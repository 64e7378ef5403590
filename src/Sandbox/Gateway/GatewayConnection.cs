using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sandbox.Wire;

namespace Sandbox.Gateway;

/// <summary>
/// One bot's connection, from Hello to its end: decides what each thing it sends is answered with.
/// https://discord.com/developers/docs/events/gateway#connections
/// </summary>
sealed class GatewayConnection(World world, GatewaySocket socket)
{
    public const int HeartbeatInterval = 41250;
    const int SendsPerMinute = 120;

    readonly Queue<DateTimeOffset> sends = [];
    GatewaySession? session;

    /// <summary>When the bot was last heard to be alive.</summary>
    public DateTimeOffset LastHeartbeat { get; private set; } = world.Clock.GetUtcNow();

    public void Send(string frame) => socket.Send(frame);

    public void Close(CloseCode code, string reason) => socket.Close(code, reason);

    public void Drop() => socket.Drop();

    public void SayHello() => Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = HeartbeatInterval });

    /// <summary>Op 1: asks for a heartbeat now.</summary>
    public void AskForHeartbeat() => Send(Opcode.Heartbeat, null);

    /// <summary>Op 7: asks the bot to connect again and resume.</summary>
    public void AskToReconnect() => Send(Opcode.Reconnect, null);

    /// <summary>Op 9: the session is no longer valid; the bot may resume it or must identify anew.</summary>
    public void Invalidate(bool resumable)
    {
        if (!resumable && session is not null)
        {
            world.Gateway.Detach(session, this, forGood: true);
            session = null;
        }

        Send(Opcode.InvalidSession, resumable);
    }

    /// <summary>How many of the next heartbeats get no acknowledgement.</summary>
    public int Unanswered { get; private set; }

    /// <summary>The next heartbeats get no acknowledgement, as on a connection that is dead and does not know it.</summary>
    public void LeaveUnanswered(int heartbeats) => Unanswered += heartbeats;

    public void On(string payload)
    {
        if (Parse(payload) is not { } frame)
            Close(CloseCode.DecodeError, "Error while decoding payload.");
        else if (IsTooFast())
            Close(CloseCode.RateLimited, "You are being rate limited.");
        else
            On(frame.Whole("op") ?? -1, frame["d"]);
    }

    /// <param name="code">What the bot closed with; null when it just went.</param>
    public void Ended(int? code)
    {
        if (session is not null)
            world.Gateway.Detach(session, this, forGood: code is 1000 or 1001);
    }

    void On(long op, JsonNode? data)
    {
        switch (op)
        {
            case Opcode.Heartbeat:
                LastHeartbeat = world.Clock.GetUtcNow();
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
            case var known when Opcode.IsAcceptedInSilence(known):
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
        if (Unanswered > 0)
            Unanswered--;
        else
            Send(Opcode.HeartbeatAck, null);
    }

    void Identify(JsonObject identify)
    {
        if (IdentifyRules.Broken(identify) is var (code, reason))
        {
            Close(code, reason);
            return;
        }

        var (shard, shards) = IdentifyRules.Shard(identify);
        if (!world.Gateway.Identifies.Take(shard))
        {
            Invalidate(resumable: false);
            return;
        }

        session = world.Gateway.Begin(this, identify.Whole("intents")!.Value, shard, shards);
        session.Dispatch("READY", ReadyEvents.Ready(world, session, identify));
        if (!session.Wants(Intents.Guilds))
            return;
        foreach (var guild in world.Places.Guilds.Where(guild => session.Has(guild.Id)))
            session.Dispatch("GUILD_CREATE", ReadyEvents.GuildCreate(world, guild));
    }

    void Resume(JsonObject resume)
    {
        var seen = resume.Whole("seq") ?? -1;
        if (resume.Text("token") != SandboxServer.Token)
            Close(CloseCode.AuthenticationFailed, "Authentication failed.");
        else if (world.Gateway.Resumed(resume.Text("session_id")) is not { } resumed)
            Invalidate(resumable: false);
        else if (!resumed.Reached(seen))
            Close(CloseCode.InvalidSequence, "Invalid seq.");
        else if (!resumed.CanReplayAfter(seen))
            Invalidate(resumable: false);
        else
            Resume(resumed, seen);
    }

    void Resume(GatewaySession resumed, long seen)
    {
        session = resumed;
        world.Gateway.Attach(resumed, this);
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
        var now = world.Clock.GetUtcNow();
        while (sends.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
            sends.Dequeue();
        sends.Enqueue(now);
        return sends.Count > SendsPerMinute;
    }

    void Send(int op, JsonNode? data) => Send(Json.Text(new JsonObject { ["op"] = op, ["d"] = data, ["s"] = null, ["t"] = null }));
}
