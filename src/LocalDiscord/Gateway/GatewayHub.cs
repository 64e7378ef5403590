using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Wire;

namespace LocalDiscord.Gateway;

/// <summary>The sessions of bots that are connected, or lost their connection and can still resume.</summary>
sealed class GatewayHub(TimeProvider clock, BotPresence presence, IdentifyLimit identifies, PrivilegedIntents privileged)
{
    static readonly TimeSpan ResumeTime = TimeSpan.FromMinutes(5);

    readonly Dictionary<string, GatewaySession> sessions = [];

    public IdentifyLimit Identifies => identifies;

    public PrivilegedIntents Privileged => privileged;

    /// <summary>How many sessions have been started so far.</summary>
    public int Identified { get; private set; }

    public IEnumerable<GatewaySession> Connected => sessions.Values.Where(session => session.Connection is not null);

    /// <summary>
    /// Whether an event of a guild would reach the bot: at once, or when it resumes. Null stands for direct messages.
    /// </summary>
    public bool CanReach(string? guildId)
    {
        ForgetExpired();
        return sessions.Values.Any(session => session.Has(guildId));
    }

    public void Dispatch(BotEvent @event)
    {
        foreach (var session in sessions.Values.Where(session => session.Has(@event.GuildId) && session.Wants(@event.Intent)))
            session.Dispatch(@event.Name, session.Wants(Intents.MessageContent) ? @event.Data : @event.WithoutContent ?? @event.Data);
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

    public GatewaySession? Resumable(string? sessionId)
    {
        ForgetExpired();
        return sessions.GetValueOrDefault(sessionId ?? "");
    }

    /// <summary>Moves a session to a new connection. The old one, which may be dead without knowing it, is closed.</summary>
    public void Attach(GatewaySession session, GatewayConnection connection)
    {
        var older = session.Connection;
        session.Attach(connection);
        older?.Close(CloseCode.UnknownError, "The session was resumed elsewhere.");
        UpdatePresence();
    }

    /// <summary>A connection ended; this changes nothing if the session has another one by now.</summary>
    /// <param name="forGood">The bot closed with 1000 or 1001, which ends the session.</param>
    public void Detach(GatewaySession session, GatewayConnection connection, bool forGood)
    {
        if (session.Connection != connection)
            return;
        session.Detach(clock.GetUtcNow());
        if (forGood)
            sessions.Remove(session.Id);
        UpdatePresence();
    }

    void UpdatePresence() => presence.SetConnected(Connected.Any());

    void ForgetExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var session in sessions.Values.Where(session => session.Connection is null && now - session.LostAt > ResumeTime).ToList())
            sessions.Remove(session.Id);
    }
}
