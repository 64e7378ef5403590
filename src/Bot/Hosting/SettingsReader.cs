using System.Globalization;
using Discord;
using Microsoft.Extensions.Configuration;

namespace Bot.Hosting;

/// <summary>Reads the settings and collects everything that is wrong with them, so that one start tells all of it.</summary>
sealed class SettingsReader(IConfiguration configuration)
{
    static readonly BotSettings Defaults = new();

    static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Discord"] = ["Token", "ApiBase", "Shards", "Compress"],
        ["Content"] = ["Folder", "Database", "LookEvery"],
        ["Posting"] = ["EditEvery"],
        ["Interactions"] = ["PublicKey", "Listen"],
        ["LocalDiscord"] = ["Port", "StateFile", "AnswerWithin"],
        ["Channels:*"] = ["Channel", "Topics", "Latest"],
    };

    readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    public BotSettings Read()
    {
        var settings = new BotSettings
        {
            Discord = new()
            {
                Token = Text("Discord:Token", Defaults.Discord.Token).Trim(),
                ApiBase = Address("Discord:ApiBase", Defaults.Discord.ApiBase),
                Shards = Shards(),
                Compress = Flag("Discord:Compress", Defaults.Discord.Compress),
            },
            Content = new()
            {
                Folder = Text("Content:Folder", Defaults.Content.Folder),
                Database = Text("Content:Database", Defaults.Content.Database),
                LookEvery = Time("Content:LookEvery", Defaults.Content.LookEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            },
            Posting = new() { EditEvery = Time("Posting:EditEvery", Defaults.Posting.EditEvery, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)) },
            Interactions = new()
            {
                PublicKey = PublicKey(),
                Listen = Address("Interactions:Listen", Defaults.Interactions.Listen),
            },
            LocalDiscord = new()
            {
                Port = Number("LocalDiscord:Port", Defaults.LocalDiscord.Port, 0, 65535),
                StateFile = Text("LocalDiscord:StateFile", Defaults.LocalDiscord.StateFile),
                AnswerWithin = Time("LocalDiscord:AnswerWithin", Defaults.LocalDiscord.AnswerWithin, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15)),
            },
            Channels = [.. configuration.GetSection("Channels").GetChildren().Select(Channel)],
        };
        foreach (var twice in settings.Channels.GroupBy(channel => channel.Channel).Where(same => same.Count() > 1 && same.Key.Length > 0))
            problems.Add($"Channels names the channel {twice.Key} {twice.Count()} times. Put its topics into one entry.");
        ReportUnknownKeys();
        return settings;
    }

    ChannelOptions Channel(IConfigurationSection entry)
    {
        var id = Text($"{entry.Path}:Channel", "").Trim();
        if (id.Length == 0)
            problems.Add($"{entry.Path}:Channel is missing. Write the channel's id: in Discord, turn on Developer Mode, then right-click the channel and choose Copy Channel ID.");
        else if (!Snowflake.TryParse(id, CultureInfo.InvariantCulture, out _))
            problems.Add($"{entry.Path}:Channel \"{id}\" is not a channel's id. An id is digits only, such as 1210000000000000002.");

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
            problems.Add($"Interactions:PublicKey \"{text}\" is not a public key. Copy the 64 digits from General Information in the developer portal.");
        return text;
    }

    Uri Address(string key, Uri otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        problems.Add($"{key} \"{text}\" is not a web address. Write all of it, such as {otherwise}.");
        return otherwise;
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
        problems.Add($"{key} \"{text}\" is neither true nor false.");
        return otherwise;
    }

    string Text(string key, string otherwise) => configuration[key] ?? otherwise;

    int Number(string key, int otherwise, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add($"{key} \"{text}\" is not a whole number from {least} to {most}, such as {otherwise}.");
        return otherwise;
    }

    TimeSpan Time(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (TimeSpan.TryParseExact(text, ["c", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out var time) && time >= least && time <= most)
            return time;
        problems.Add($"{key} \"{text}\" is not a time from {least} to {most}. Write hours:minutes:seconds, such as {otherwise}.");
        return otherwise;
    }

    void ReportUnknownKeys()
    {
        foreach (var (section, known) in Known)
        {
            var places = section.EndsWith(":*", StringComparison.Ordinal)
                ? configuration.GetSection(section[..^2]).GetChildren()
                : [configuration.GetSection(section)];
            foreach (var key in places.SelectMany(place => place.GetChildren()).Where(key => !known.Contains(key.Key, StringComparer.OrdinalIgnoreCase)))
                problems.Add($"There is no setting {key.Path}. There are {string.Join(", ", known)}.");
        }
    }
}
