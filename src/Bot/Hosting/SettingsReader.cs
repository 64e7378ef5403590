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

    readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public BotSettings Read()
    {
        var settings = new BotSettings
        {
            Discord = new()
            {
                Token = Secret("Discord:Token"),
                ApiBase = Address("Discord:ApiBase", Defaults.Discord.ApiBase),
                Shards = Shards(),
                Compress = Flag("Discord:Compress", Defaults.Discord.Compress),
            },
            Content = new()
            {
                Folder = FilePath("Content:Folder", Defaults.Content.Folder),
                Database = FilePath("Content:Database", Defaults.Content.Database),
                LookEvery = Time("Content:LookEvery", Defaults.Content.LookEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            },
            Posting = new()
            {
                EditEvery = Time("Posting:EditEvery", Defaults.Posting.EditEvery, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
                AttachPictures = Flag("Posting:AttachPictures", Defaults.Posting.AttachPictures),
            },
            Answers = Answers(),
            Interactions = new()
            {
                PublicKey = PublicKey(),
                Listen = Address("Interactions:Listen", Defaults.Interactions.Listen),
            },
            Health = new() { Listen = HealthAddress() },
            LocalDiscord = new()
            {
                Port = Number("LocalDiscord:Port", Defaults.LocalDiscord.Port, 0, 65535),
                StateFile = Text("LocalDiscord:StateFile", Defaults.LocalDiscord.StateFile),
                AnswerWithin = Time(
                    "LocalDiscord:AnswerWithin", Defaults.LocalDiscord.AnswerWithin, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15)),
                Tls = Flag("LocalDiscord:Tls", Defaults.LocalDiscord.Tls),
                TlsPort = Number("LocalDiscord:TlsPort", Defaults.LocalDiscord.TlsPort, 0, 65535),
                Certificate = Text("LocalDiscord:Certificate", Defaults.LocalDiscord.Certificate),
            },
            Logging = configuration.GetSection(SettingsShape.LoggingSection),
            Channels = [.. SettingsShape.Channels(configuration).Select(Channel)],
        };
        ReportRepeatedChannels(settings.Channels);
        problems.AddRange(SettingsShape.Problems(configuration));
        return settings;
    }

    AnswersOptions Answers()
    {
        var (endpoint, model, key) = Service("Answers");
        return new()
        {
            Meaning = Choice("Answers:Meaning", Defaults.Answers.Meaning),
            ModelFolder = Text("Answers:ModelFolder", Defaults.Answers.ModelFolder),
            MostArticles = Number("Answers:MostArticles", Defaults.Answers.MostArticles, 0, 10_000_000),
            IdleAfter = Time("Answers:IdleAfter", Defaults.Answers.IdleAfter, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)),
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
            Within = Time("Answers:Chat:Within", Defaults.Answers.Chat.Within, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        };
    }

    /// <summary>A service with OpenAI's API: its address, null if the setting is missing or empty, its model and its key.</summary>
    (Uri? Endpoint, string Model, string Key) Service(string section)
    {
        var endpoint = WebAddress($"{section}:Endpoint", new("http://127.0.0.1:11434/v1"));
        // The address stands in the log; neither a password nor a key may be in it.
        if (endpoint is not null && (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0))
        {
            problems.Add($"{section}:Endpoint has a user name, a query, or a fragment. "
                + $"Write the address alone, such as http://127.0.0.1:11434/v1, and a key into {section}:Key.");
        }

        var model = Text($"{section}:Model", "").Trim();
        if (endpoint is not null && model.Length == 0)
            problems.Add($"{section}:Model is missing. Write the name of the model that {section}:Endpoint is to use.");
        var key = Secret($"{section}:Key");
        if (key.Any(character => character is <= ' ' or > '~'))
            problems.Add($"{section}:Key has spaces or characters that no key has. Copy the key again.");
        return (endpoint, model, key);
    }

    ChannelOptions Channel(IConfigurationSection entry)
    {
        var id = Text($"{entry.Path}:Channel", "").Trim();
        if (id.Length == 0)
        {
            problems.Add(
                $"{entry.Path}:Channel is missing. Write the channel's ID: in Discord, turn on Developer Mode, "
                + "right-click the channel, and choose Copy Channel ID.");
        }
        else if (!Snowflake.TryParse(id, CultureInfo.InvariantCulture, out _))
        {
            problems.Add($"{entry.Path}:Channel \"{id}\" is not a channel ID. IDs are digits only, such as 1210000000000000002.");
        }

        return new()
        {
            Channel = id,
            Topics = [.. entry.GetSection("Topics").GetChildren().Select(topic => topic.Value).OfType<string>()],
            Latest = Number($"{entry.Path}:Latest", new ChannelOptions { Channel = id }.Latest, 0, 1000),
        };
    }

    string PublicKey()
    {
        var text = Text("Interactions:PublicKey", Defaults.Interactions.PublicKey).Trim();
        if (text.Length != 0 && (text.Length != 64 || !text.All(char.IsAsciiHexDigit)))
        {
            problems.Add(
                $"Interactions:PublicKey \"{text}\" is not a public key. "
                + "Copy the 64 characters from General Information in the developer portal.");
        }

        return text;
    }

    Uri Address(string key, Uri otherwise) => WebAddress(key, otherwise) ?? otherwise;

    /// <summary>Null if the setting is missing or empty.</summary>
    Uri? WebAddress(string key, Uri example)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        problems.Add($"{key} \"{text}\" is not a web address. Write the full address, such as {example}.");
        return null;
    }

    /// <summary>A name instead of an IP address would listen on every network; a path and TLS would not be served.</summary>
    Uri? HealthAddress()
    {
        const string key = "Health:Listen";
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Scheme: "http", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            && (address.IsLoopback || address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6))
        {
            return address;
        }

        problems.Add($"{key} \"{text}\" is not an address to listen at. Write http, an IP address, and a port: http://127.0.0.1:5213.");
        return null;
    }

    string Shards()
    {
        var text = Text("Discord:Shards", Defaults.Discord.Shards);
        try
        {
            ShardPlan.Parse(text);
        }
        catch (FormatException wrong)
        {
            problems.Add(wrong.Message);
        }

        return text;
    }

    bool Flag(string key, bool otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (bool.TryParse(text, out var flag))
            return flag;
        problems.Add($"{key} \"{text}\" is neither true nor false. Write true or false.");
        return otherwise;
    }

    /// <summary>On or off.</summary>
    bool Choice(string key, bool otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (text is "on" or "off" or "On" or "Off")
            return text is "on" or "On";
        problems.Add($"{key} \"{text}\" is neither on nor off. Write on or off, in double quotes.");
        return otherwise;
    }

    string Text(string key, string otherwise)
    {
        var text = configuration[key] ?? otherwise;
        // This is how true and false in a file arrive here.
        if (text is "True" or "False")
            problems.Add($"{key} is {text.ToLowerInvariant()}, not text. Write text in double quotes.");
        return text;
    }

    /// <summary>What the setting holds, or the file that it names with <see cref="SecretFile.Suffix"/> at its end.</summary>
    string Secret(string key)
    {
        var (secret, fileKey) = (Text(key, "").Trim(), key + SecretFile.Suffix);
        if (Text(fileKey, "") is not { Length: > 0 } path)
            return secret;
        if (secret.Length > 0)
        {
            problems.Add($"{key} and {fileKey} are both set. Remove one of them.");
            return secret;
        }

        secret = SecretFile.Read(path, out var problem);
        if (problem is not null)
            problems.Add($"{fileKey}: {path} {problem}");
        return secret;
    }

    string FilePath(string key, string otherwise)
    {
        var path = Text(key, otherwise);
        if (!string.IsNullOrWhiteSpace(path) && !path.Contains('\0'))
            return path;
        problems.Add($"{key} is empty. Write a path, such as {otherwise}, or remove the setting.");
        return otherwise;
    }

    int Number(string key, int otherwise, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        problems.Add($"{key} \"{text}\" is not a whole number from {least} to {most}. Write digits only, such as {otherwise}.");
        return otherwise;
    }

    TimeSpan Time(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        // Digits alone would be days.
        var isTime = TimeSpan.TryParseExact(text, ["c", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out var time) && text.Contains(':');
        if (isTime && time >= least && time <= most)
            return time;
        problems.Add(
            $"{key} \"{text}\" is not a duration from {Words(least)} to {Words(most)}. Write hours:minutes:seconds, such as {otherwise}.");
        return otherwise;
    }

    static string Words(TimeSpan time)
    {
        var (count, unit) = time.TotalDays >= 1 ? (time.TotalDays, "day")
            : time.TotalHours >= 1 ? (time.TotalHours, "hour")
            : time.TotalMinutes >= 1 ? (time.TotalMinutes, "minute")
            : (time.TotalSeconds, "second");
        return count == 1 ? $"1 {unit}" : $"{count:0} {unit}s";
    }

    void ReportRepeatedChannels(IReadOnlyList<ChannelOptions> channels)
    {
        foreach (var same in channels.GroupBy(channel => channel.Channel).Where(same => same.Key.Length > 0 && same.Count() > 1))
            problems.Add($"Channels lists the channel {same.Key} {same.Count()} times. Put its topics into one entry.");
    }
}
