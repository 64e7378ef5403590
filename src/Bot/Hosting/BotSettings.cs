using Bot.Health;
using Bot.Meaning;
using Bot.Posting;
using Discord.Rest;
using Microsoft.Extensions.Configuration;

namespace Bot.Hosting;

/// <summary>All settings with their defaults; <c>appsettings.example.json</c> explains them.</summary>
sealed record BotSettings
{
    public DiscordOptions Discord { get; init; } = new();

    public ContentOptions Content { get; init; } = new();

    public PostingOptions Posting { get; init; } = new();

    public AnswersOptions Answers { get; init; } = new();

    public IReadOnlyList<ChannelOptions> Channels { get; init; } = [];

    public InteractionsOptions Interactions { get; init; } = new();

    public HealthOptions Health { get; init; } = new();

    public LocalDiscordSettings LocalDiscord { get; init; } = new();

    /// <summary>The section <c>Logging</c>, as .NET reads it; see <see cref="DeskLogging"/>.</summary>
    public IConfiguration Logging { get; init; } = new ConfigurationManager();
}

/// <summary>The section <c>Content</c>: what is read, and where it is stored.</summary>
sealed record ContentOptions
{
    /// <summary>The folder of articles.</summary>
    public string Folder { get; init; } = "content";

    /// <summary>The folder's own name, without its parents.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));

    /// <summary>The SQLite file.</summary>
    public string Database { get; init; } = "news.db";

    /// <summary>How often the folder is scanned even if no change is noticed; 1 second to 1 day.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For how many days records are kept on which nothing depends; 0 for ever. <see cref="LeastHistoryDays"/> at least.</summary>
    public int KeepHistoryDays { get; init; } = 400;

    /// <summary>As far back as <c>/channel stats</c> looks.</summary>
    public const int LeastHistoryDays = 90;

    /// <summary>How long a file must be missing until it counts as deleted: until the next scan, and at most a minute.</summary>
    public TimeSpan ConfirmAfter => LookEvery < LongestConfirmation ? LookEvery : LongestConfirmation;

    static readonly TimeSpan LongestConfirmation = TimeSpan.FromMinutes(1);
}

/// <summary>An entry of the section <c>Channels</c>: a channel for news, declared by the operator of the bot.</summary>
sealed record ChannelOptions
{
    /// <summary>The channel's ID.</summary>
    public required string Channel { get; init; }

    /// <summary>Only these topics, by name; empty for all topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>How many of the latest articles to post when the channel is new; 0 to 1000.</summary>
    public int Latest { get; init; } = 3;
}

/// <summary>The section <c>Interactions</c>: receiving them over HTTP instead of the gateway.</summary>
sealed record InteractionsOptions
{
    /// <summary>The application's public key, 64 hexadecimal digits; empty to receive interactions from the gateway.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>The address at which the proxy reaches the bot.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:5211");
}

/// <summary>The section <c>LocalDiscord</c>: what replaces Discord if no token is set.</summary>
sealed record LocalDiscordSettings
{
    /// <summary>The port of the page on 127.0.0.1; 0 for any free port.</summary>
    public int Port { get; init; } = 5210;

    /// <summary>The file that keeps its messages; empty to forget them when the bot stops.</summary>
    public string StateFile { get; init; } = "local-discord.jsonl";

    /// <summary>Time limit for the bot's first response to a command or a button; 1 second to 15 minutes.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether it also listens with TLS, for clients that speak https only.</summary>
    public bool Tls { get; init; }

    /// <summary>The port for TLS on 127.0.0.1; 0 for any free port.</summary>
    public int TlsPort { get; init; } = 5212;

    /// <summary>A PEM file with the certificate and its key; empty to create a certificate at each start.</summary>
    public string Certificate { get; init; } = "";
}
