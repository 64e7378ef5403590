using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiscord.Api;

/// <summary>
/// A rate limit: this many requests in this many seconds, counted for each channel, guild or interaction. Discord publishes
/// only the global limit; these are the values that its headers are known to send, or close to them.
/// </summary>
sealed record Bucket(string Name, int Limit, double Seconds)
{
    public static readonly Bucket
        Gateway = new("gateway", 10, 10),
        Self = new("self", 30, 30),
        User = new("user", 30, 30),
        Commands = new("commands", 20, 20),
        Guild = new("guild", 10, 10),
        Channel = new("channel", 10, 10),
        ReadMessages = new("read-messages", 10, 5),
        CreateMessage = new("create-message", 5, 5),
        EditMessage = new("edit-message", 5, 5),
        DeleteMessage = new("delete-message", 5, 1),
        Crosspost = new("crosspost", 5, 5) { Shared = (10, TimeSpan.FromHours(1)) },
        Thread = new("thread", 10, 10),
        DirectMessage = new("direct-message", 10, 10),
        Reaction = new("reaction", 1, 0.25),
        Pin = new("pin", 5, 5),
        Callback = new("interaction-callback", 5, 5),
        Webhook = new("webhook", 5, 2);

    public static IReadOnlyList<Bucket> All { get; } =
    [
        Gateway, Self, User, Commands, Guild, Channel, ReadMessages, CreateMessage, EditMessage, DeleteMessage, Crosspost, Thread,
        DirectMessage, Reaction, Pin, Callback, Webhook,
    ];

    /// <summary>A second limit for everybody in the channel together. No header announces it before it is reached.</summary>
    public (int Limit, TimeSpan Window)? Shared { get; private init; }

    /// <summary>
    /// How often a published message can be edited. Discord enforces it and doesn't document it; this is what bots report
    /// (discord-api-docs #2258). Whether it is counted by message or by channel isn't known.
    /// </summary>
    public static readonly (int Limit, TimeSpan Window) PublishedEdits = (3, TimeSpan.FromHours(1));

    public TimeSpan Window => TimeSpan.FromSeconds(Seconds);

    /// <summary>The value of X-RateLimit-Bucket: opaque, and the same in every run.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)))[..32];

    /// <summary>https://discord.com/developers/docs/topics/rate-limits#header-format</summary>
    /// <param name="left">The time until all requests are available again.</param>
    public IReadOnlyList<(string Name, string Value)> Headers(int remaining, TimeSpan left, DateTimeOffset now) =>
    [
        ("X-RateLimit-Limit", Number(Limit)),
        ("X-RateLimit-Remaining", Number(remaining)),
        ("X-RateLimit-Reset", Decimals((now + left).ToUnixTimeMilliseconds() / 1000d)),
        ("X-RateLimit-Reset-After", Decimals(left.TotalSeconds)),
        ("X-RateLimit-Bucket", Hash),
    ];

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Decimals(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
