using System.Globalization;
using Articles;
using Articles.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Bot.Hosting;

/// <summary>
/// Which settings there are, and which of them are lists or groups. A setting that is misspelled, or has the wrong shape, would otherwise
/// be ignored: a channel whose topics can't be read would get all news.
/// </summary>
static class SettingsShape
{
    public const string LoggingSection = "Logging";

    const string ChannelList = "Channels";
    const string TopicList = "Topics";

    static readonly (string Name, string[] Keys)[] Sections =
    [
        ("Discord", ["Token", "Token" + SecretFile.Suffix, "ApiBase", "Shards", "Compress", "RequestsPerSecond"]),
        ("Content", ["Folder", "Database", "Database" + SecretFile.Suffix, "LookEvery", "KeepHistoryDays"]),
        ("Posting", ["EditEvery", "AttachPictures", "HubServer"]),
        ("Answers", ["Meaning", "ModelFolder", "MostArticles", "IdleAfter", "Endpoint", "Model", "Key", "Key" + SecretFile.Suffix, "Chat"]),
        ("Answers:Chat", ["Endpoint", "Model", "Key", "Key" + SecretFile.Suffix, "Within"]),
        ("Interactions", ["PublicKey", "Listen"]),
        ("Health", ["Listen", "Traces"]),
        ("LocalDiscord", ["Port", "StateFile", "AnswerWithin", "Tls", "TlsPort", "Certificate"]),
    ];

    static readonly string[] ChannelKeys = ["Channel", TopicList, "Latest"];

    /// <summary>What .NET's own files contain. Except for the log's, the bot reads none of it, and leaves it alone.</summary>
    static readonly string[] Framework =
    [
        LoggingSection, "Kestrel", "AllowedHosts", "ConnectionStrings", "Urls", "Http_Ports", "Https_Ports", "Https_Port", "Host",
        "HostOptions", "Environment", "ApplicationName", "ContentRoot", "WebRoot", "Metrics", "DetailedErrors",
        "ShutdownTimeoutSeconds", "$schema",
    ];

    static readonly string[] Names = [.. Sections.Select(section => section.Name).Where(name => !name.Contains(':')), ChannelList];

    /// <summary>All problems, each with its remedy. Whether single values are valid is not checked here.</summary>
    public static IEnumerable<string> Problems(IConfigurationRoot settings) =>
    [
        .. UnknownSections(settings),
        .. Sections.SelectMany(section => OfSection(settings.GetSection(section.Name), section.Keys)),
        .. OfChannels(settings.GetSection(ChannelList)),
        .. DeskLogging.Problems(settings.GetSection(LoggingSection)),
    ];

    /// <summary>The entries of the list that have the right shape.</summary>
    public static IEnumerable<IConfigurationSection> Channels(IConfiguration settings) =>
        settings.GetSection(ChannelList).GetChildren().Where(entry => IsIndex(entry.Key) && string.IsNullOrEmpty(entry.Value));

    /// <summary>The environment has variables of all programs, so only what is in our sections is checked there.</summary>
    static IEnumerable<string> UnknownSections(IConfigurationRoot settings)
    {
        var written = settings.Providers.Where(provider => provider is not EnvironmentVariablesConfigurationProvider)
            .SelectMany(provider => provider.GetChildKeys([], parentPath: null))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in written.Where(name => !IsAny(Names, name) && !IsAny(Framework, name)))
        {
            var nearest = Spelling.Nearest(name, [.. Names, .. Framework]);
            var remedy = nearest is null ? $"Choose one of {Listed(Names)}." : $"Did you mean {nearest}?";
            yield return $"There is no setting {name}. {remedy}";
        }
    }

    static IEnumerable<string> OfSection(IConfigurationSection section, string[] keys)
    {
        if (section.Value is { Length: > 0 })
            yield return $"{section.Path} is text, not a group of settings. Write its settings in it: {Listed(keys)}.";
        foreach (var setting in section.GetChildren())
        {
            if (!IsAny(keys, setting.Key))
                yield return $"There is no setting {setting.Path}. Choose one of {Listed(keys)}.";
            else if (!IsGroup(setting) && setting.GetChildren().Any())
                yield return $"{setting.Path} is {Kind(setting)}, not a single value. Write one value.";
        }
    }

    static IEnumerable<string> OfChannels(IConfigurationSection channels)
    {
        if (channels.Value is { Length: > 0 })
            yield return $"{channels.Path} is text, not a list. Write [ {{ \"Channel\": \"…\" }} ].";
        if (channels.GetChildren().Any(entry => !IsIndex(entry.Key)))
            yield return $"{channels.Path} is {Kind(channels)}, not a list. Put [ and ] around its entries, and each entry in {{ and }}.";
        foreach (var entry in channels.GetChildren().Where(entry => IsIndex(entry.Key)))
        {
            var topics = entry.GetSection(TopicList);
            var problems = entry.Value is { Length: > 0 } text
                ? [$"{entry.Path} is text, not a group of settings. Write {{ \"Channel\": \"{text}\" }}."]
                : OfSection(entry, ChannelKeys);
            foreach (var problem in problems.Concat(OfTopics(topics)))
                yield return problem;
        }
    }

    static IEnumerable<string> OfTopics(IConfigurationSection topics)
    {
        if (topics.Value is { Length: > 0 } text)
        {
            var variable = topics.Path.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
            yield return $"{topics.Path} is text, not a list. Write [ \"{text}\" ], or {variable}__0={text} in the environment.";
        }

        if (topics.GetChildren().Any(topic => !IsIndex(topic.Key)))
            yield return $"{topics.Path} is {Kind(topics)}, not a list. Write [ \"Energy\" ].";
        foreach (var topic in topics.GetChildren().Where(topic => IsIndex(topic.Key)))
        {
            if (topic.GetChildren().Any())
                yield return $"{topic.Path} is {Kind(topic)}, not a topic. Write its name, such as \"Energy\".";
            else if (Topic.SlugOf(topic.Value ?? "").Length == 0)
                yield return $"{topic.Path} \"{topic.Value}\" is not a topic. Write its name, such as \"Energy\".";
        }
    }

    static string Kind(IConfigurationSection section) =>
        section.GetChildren().All(child => IsIndex(child.Key)) ? "a list" : "a group of settings";

    static bool IsIndex(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Lists and groups are checked by themselves.</summary>
    static bool IsGroup(IConfigurationSection setting) =>
        IsAny([TopicList], setting.Key) || IsAny(Sections.Select(section => section.Name), setting.Path);

    static bool IsAny(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
