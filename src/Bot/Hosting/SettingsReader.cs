using System.Globalization;
using Bot.Meaning;
using Discord.Gateway;
using Discord.Models;
using Microsoft.Extensions.Configuration;

namespace Bot.Hosting;

/// <summary>Reads the settings and collects all their problems, so that one start reports them all.</summary>
sealed class SettingsReader(IConfigurationRoot configuration)
{
    static readonly BotSettings Defaults = new();

    readonly SettingValues values = new(configuration);

    public IReadOnlyList<string> Problems => values.Problems;

    public BotSettings Read()
    {
        var settings = new BotSettings
        {
            Discord = new()
            {
                Token = values.Secret("Discord:Token"),
                ApiBase = values.Address("Discord:ApiBase", Defaults.Discord.ApiBase),
                Shards = Shards(),
                Compress = values.Flag("Discord:Compress", Defaults.Discord.Compress),
                RequestsPerSecond = values.Number("Discord:RequestsPerSecond", Defaults.Discord.RequestsPerSecond, 1, 10_000),
            },
            Content = new()
            {
                Folder = values.FilePath("Content:Folder", Defaults.Content.Folder),
                Database = values.Database("Content:Database", Defaults.Content.Database),
                LookEvery = values.Time("Content:LookEvery", Defaults.Content.LookEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
                KeepHistoryDays = HistoryDays(),
            },
            Posting = new()
            {
                EditEvery = values.Time("Posting:EditEvery", Defaults.Posting.EditEvery, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
                AttachPictures = values.Flag("Posting:AttachPictures", Defaults.Posting.AttachPictures),
                HubServer = HubServer(),
            },
            Answers = Answers(),
            Interactions = new()
            {
                PublicKey = PublicKey(),
                Listen = values.Address("Interactions:Listen", Defaults.Interactions.Listen),
            },
            Health = new() { Listen = HealthAddress(), Traces = Collector() },
            LocalDiscord = new()
            {
                Port = values.Number("LocalDiscord:Port", Defaults.LocalDiscord.Port, 0, 65535),
                StateFile = values.Text("LocalDiscord:StateFile", Defaults.LocalDiscord.StateFile),
                AnswerWithin = values.Time(
                    "LocalDiscord:AnswerWithin", Defaults.LocalDiscord.AnswerWithin, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15)),
                Tls = values.Flag("LocalDiscord:Tls", Defaults.LocalDiscord.Tls),
                TlsPort = values.Number("LocalDiscord:TlsPort", Defaults.LocalDiscord.TlsPort, 0, 65535),
                Certificate = values.Text("LocalDiscord:Certificate", Defaults.LocalDiscord.Certificate),
            },
            Logging = configuration.GetSection(SettingsShape.LoggingSection),
            Channels = [.. SettingsShape.Channels(configuration).Select(Channel)],
        };
        ReportRepeatedChannels(settings.Channels);
        foreach (var problem in SettingsShape.Problems(configuration))
            values.Report(problem);
        return settings;
    }

    AnswersOptions Answers()
    {
        var (endpoint, model, key) = Service("Answers");
        return new()
        {
            Meaning = values.Choice("Answers:Meaning", Defaults.Answers.Meaning),
            ModelFolder = values.Text("Answers:ModelFolder", Defaults.Answers.ModelFolder),
            MostArticles = values.Number("Answers:MostArticles", Defaults.Answers.MostArticles, 0, 10_000_000),
            IdleAfter = values.Time("Answers:IdleAfter", Defaults.Answers.IdleAfter, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)),
            Endpoint = endpoint,
            Model = model,
            Key = key,
            Chat = Chat(),
        };
    }

    ChatServiceOptions Chat()
    {
        var (endpoint, model, key) = Service("Answers:Chat");
        return new()
        {
            Endpoint = endpoint,
            Model = model,
            Key = key,
            Within = values.Time("Answers:Chat:Within", Defaults.Answers.Chat.Within, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        };
    }

    /// <summary>A service with OpenAI's API: its address, null if the setting is missing or empty, its model and its key.</summary>
    (Uri? Endpoint, string Model, string Key) Service(string section)
    {
        var endpoint = values.WebAddress($"{section}:Endpoint", new("http://127.0.0.1:11434/v1"));
        // The address stands in the log; neither a password nor a key may be in it.
        if (endpoint is not null && (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0))
        {
            values.Report($"{section}:Endpoint has a user name, a query, or a fragment. "
                + $"Write the address alone, such as http://127.0.0.1:11434/v1, and a key into {section}:Key.");
        }

        var model = values.Text($"{section}:Model", "").Trim();
        if (endpoint is not null && model.Length == 0)
            values.Report($"{section}:Model is missing. Write the name of the model that {section}:Endpoint is to use.");
        var key = values.Secret($"{section}:Key");
        if (key.Any(character => character is <= ' ' or > '~'))
            values.Report($"{section}:Key has spaces or characters that no key has. Copy the key again.");
        return (endpoint, model, key);
    }

    ChannelOptions Channel(IConfigurationSection entry)
    {
        var id = values.Text($"{entry.Path}:Channel", "").Trim();
        if (id.Length == 0)
        {
            values.Report(
                $"{entry.Path}:Channel is missing. Write the channel's ID: in Discord, turn on Developer Mode, "
                + "right-click the channel, and choose Copy Channel ID.");
        }
        else if (!Snowflake.TryParse(id, CultureInfo.InvariantCulture, out _))
        {
            values.Report($"{entry.Path}:Channel \"{id}\" is not a channel ID. IDs are digits only, such as 1210000000000000002.");
        }

        return new()
        {
            Channel = id,
            Topics = [.. entry.GetSection("Topics").GetChildren().Select(topic => topic.Value).OfType<string>()],
            Latest = values.Number($"{entry.Path}:Latest", new ChannelOptions { Channel = id }.Latest, 0, 1000),
        };
    }

    string? HubServer()
    {
        const string key = "Posting:HubServer";
        var id = values.Text(key, "").Trim();
        if (id.Length == 0)
            return null;
        if (!Snowflake.TryParse(id, CultureInfo.InvariantCulture, out _))
            values.Report($"{key} \"{id}\" is not a server ID. IDs are digits only, such as 1210000000000000001.");
        return id;
    }

    string PublicKey()
    {
        var text = values.Text("Interactions:PublicKey", Defaults.Interactions.PublicKey).Trim();
        if (text.Length != 0 && (text.Length != 64 || !text.All(char.IsAsciiHexDigit)))
        {
            values.Report(
                $"Interactions:PublicKey \"{text}\" is not a public key. "
                + "Copy the 64 characters from General Information in the developer portal.");
        }

        return text;
    }

    /// <summary>A name instead of an IP address would listen on every network; a path and TLS would not be served.</summary>
    Uri? HealthAddress()
    {
        const string key = "Health:Listen";
        if (values.Raw(key) is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Scheme: "http", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            && (address.IsLoopback || address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6))
        {
            return address;
        }

        values.Report($"{key} \"{text}\" is not an address to listen at. Write http, an IP address, and a port: http://127.0.0.1:5213.");
        return null;
    }

    int HistoryDays()
    {
        const string key = "Content:KeepHistoryDays";
        var days = values.Number(key, Defaults.Content.KeepHistoryDays, 0, 10_000);
        if (days is 0 or >= ContentOptions.LeastHistoryDays)
            return days;
        values.Report($"{key} \"{days}\" is too short. Write {ContentOptions.LeastHistoryDays} or more, or 0 to keep everything.");
        return Defaults.Content.KeepHistoryDays;
    }

    /// <summary>Its address stands in the log, and what it adds to the path would be lost.</summary>
    Uri? Collector()
    {
        const string key = "Health:Traces";
        var address = values.WebAddress(key, new("http://127.0.0.1:4318"));
        if (address is null or { UserInfo: "", Query: "", Fragment: "" })
            return address;
        values.Report($"{key} has a user name, a query, or a fragment. Write the address alone, such as http://127.0.0.1:4318, "
            + "and a key into the environment variable OTEL_EXPORTER_OTLP_HEADERS.");
        return null;
    }

    string Shards()
    {
        var text = values.Text("Discord:Shards", Defaults.Discord.Shards);
        try
        {
            ShardPlan.Parse(text);
        }
        catch (FormatException wrong)
        {
            values.Report(wrong.Message);
        }

        return text;
    }

    void ReportRepeatedChannels(IReadOnlyList<ChannelOptions> channels)
    {
        foreach (var same in channels.GroupBy(channel => channel.Channel).Where(same => same.Key.Length > 0 && same.Count() > 1))
            values.Report($"Channels lists the channel {same.Key} {same.Count()} times. Put its topics into one entry.");
    }
}
