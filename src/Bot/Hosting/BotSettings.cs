using Discord;

namespace Bot.Hosting;

/// <summary>All that can be set, with its defaults; <c>appsettings.example.json</c> shows the same.</summary>
sealed record BotSettings
{
    public DiscordOptions Discord { get; init; } = new();

    public ContentOptions Content { get; init; } = new();

    public PostingOptions Posting { get; init; } = new();

    public IReadOnlyList<ChannelOptions> Channels { get; init; } = [];

    public InteractionsOptions Interactions { get; init; } = new();

    public LocalDiscordOptions LocalDiscord { get; init; } = new();
}

/// <summary>The section <c>Content</c>: what is read, and where it is kept.</summary>
sealed record ContentOptions
{
    /// <summary>The folder of articles.</summary>
    public string Folder { get; init; } = "content";

    /// <summary>What the folder is called, without what it stands in.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));

    /// <summary>The SQLite file.</summary>
    public string Database { get; init; } = "news.db";

    /// <summary>How often the folder is looked at though nothing seems to have changed; 1 second to 1 day.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);
}

/// <summary>The section <c>Posting</c>: how posted cards are kept alive.</summary>
sealed record PostingOptions
{
    /// <summary>The least time between two edits of one card; 1 second to 1 hour.</summary>
    public TimeSpan EditEvery { get; init; } = TimeSpan.FromMinutes(3);
}

/// <summary>An entry of the section <c>Channels</c>: a channel that gets news, declared by whoever runs the bot.</summary>
sealed record ChannelOptions
{
    /// <summary>The channel's id.</summary>
    public required string Channel { get; init; }

    /// <summary>Names of the topics wanted; empty for every topic.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>How many of the latest articles to post when the channel is new; 0 to 1000.</summary>
    public int Latest { get; init; } = 3;
}

/// <summary>The section <c>Interactions</c>: taking them over HTTP, beside the gateway, which then brings none.</summary>
sealed record InteractionsOptions
{
    /// <summary>The application's, 64 hexadecimal digits; empty to take interactions from the gateway.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>Where the proxy finds the bot.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:5211");
}

/// <summary>The section <c>LocalDiscord</c>: what stands in for Discord while no token is set.</summary>
sealed record LocalDiscordOptions
{
    /// <summary>Where the page is, on 127.0.0.1; 0 takes any free port.</summary>
    public int Port { get; init; } = 5210;

    /// <summary>Keeps its messages; empty to forget them when the bot stops.</summary>
    public string StateFile { get; init; } = "local-discord.jsonl";

    /// <summary>How long the bot has there for its first answer to a command or a button.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);
}
