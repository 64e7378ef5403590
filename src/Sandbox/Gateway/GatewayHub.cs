using System.Text.Json.Nodes;
using Sandbox.Page;

namespace Sandbox.Gateway;

/// <summary>The sessions of the bots that are connected, or were a few minutes ago and may resume.</summary>
sealed class GatewayHub(TimeProvider clock, Presence presence, SandboxOptions options)
{
    static readonly TimeSpan Resumable = TimeSpan.FromMinutes(5);

    readonly Dictionary<string, GatewaySession> sessions = [];

    public IdentifyLimit Identifies { get; } = new(clock, options);

    /// <summary>Identifies so far, as <c>GET /gateway/bot</c> counts them down from 1000.</summary>
    public int Identified { get; private set; }

    public IEnumerable<GatewaySession> Connected => sessions.Values.Where(session => session.Connection is not null);

    /// <param name="name">The event's name.</param>
    /// <param name="data">What it says.</param>
    /// <param name="intent">Who wants to know.</param>
    /// <param name="guildId">Where it happened; null, a direct message, is the first shard's.</param>
    public void Dispatch(string name, JsonObject data, long intent, string? guildId)
    {
        foreach (var session in sessions.Values.Where(session => session.Has(guildId) && session.Wants(intent)))
            session.Dispatch(name, data);
    }

    public GatewaySession Begin(GatewayConnection connection, long intents, int shard, int shards)
    {
        ForgetExpired();
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), intents, shard, shards);
        sessions[session.Id] = session;
        Identified++;
        Attach(session, connection);
        return session;
    }

    public GatewaySession? Resumed(string? sessionId)
    {
        ForgetExpired();
        return sessions.GetValueOrDefault(sessionId ?? "");
    }

    /// <summary>A session has one connection: an older one that did not notice that it is dead is closed.</summary>
    public void Attach(GatewaySession session, GatewayConnection connection)
    {
        var older = session.Connection;
        session.Attach(connection);
        older?.Close(CloseCode.UnknownError, "The session was resumed elsewhere.");
        PublishPresence();
    }

    /// <param name="session">The session whose connection ended.</param>
    /// <param name="connection">That connection; if the session has another by now, nothing happens.</param>
    /// <param name="forGood">The bot closed with 1000 or 1001, which ends the session.</param>
    public void Detach(GatewaySession session, GatewayConnection connection, bool forGood)
    {
        if (session.Connection != connection)
            return;
        session.Detach(clock.GetUtcNow());
        if (forGood)
            sessions.Remove(session.Id);
        PublishPresence();
    }

    void PublishPresence() => presence.IsConnected(Connected.Any());

    void ForgetExpired()
    {
        foreach (var session in sessions.Values.Where(session => session.Connection is null && clock.GetUtcNow() - session.LostAt > Resumable).ToList())
            sessions.Remove(session.Id);
    }
}
