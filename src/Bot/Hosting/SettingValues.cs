using System.Globalization;
using Desk.Database;
using Microsoft.Extensions.Configuration;

namespace Bot.Hosting;

/// <summary>Reads single settings by their type. A value that is none of its type is a problem, and the default is used.</summary>
sealed class SettingValues(IConfiguration configuration)
{
    readonly List<string> problems = [];

    /// <summary>All that were found so far, each with its remedy.</summary>
    public IReadOnlyList<string> Problems => problems;

    public void Report(string problem) => problems.Add(problem);

    public string? Raw(string key) => configuration[key];

    public Uri Address(string key, Uri otherwise) => WebAddress(key, otherwise) ?? otherwise;

    /// <summary>Null if the setting is missing or empty.</summary>
    public Uri? WebAddress(string key, Uri example)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        problems.Add($"{key} \"{text}\" is not a web address. Write the full address, such as {example}.");
        return null;
    }

    public bool Flag(string key, bool otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (bool.TryParse(text, out var flag))
            return flag;
        problems.Add($"{key} \"{text}\" is neither true nor false. Write true or false.");
        return otherwise;
    }

    /// <summary>On or off.</summary>
    public bool Choice(string key, bool otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (text is "on" or "off" or "On" or "Off")
            return text is "on" or "On";
        problems.Add($"{key} \"{text}\" is neither on nor off. Write on or off, in double quotes.");
        return otherwise;
    }

    public string Text(string key, string otherwise)
    {
        var text = configuration[key] ?? otherwise;
        // This is how true and false in a file arrive here.
        if (text is "True" or "False")
            problems.Add($"{key} is {text.ToLowerInvariant()}, not text. Write text in double quotes.");
        return text;
    }

    /// <summary>What the setting holds, or the file that it names with <see cref="SecretFile.Suffix"/> at its end.</summary>
    public string Secret(string key)
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

    public string FilePath(string key, string otherwise)
    {
        var path = Text(key, otherwise);
        if (!string.IsNullOrWhiteSpace(path) && !path.Contains('\0'))
            return path;
        problems.Add($"{key} is empty. Write a path, such as {otherwise}, or remove the setting.");
        return otherwise;
    }

    /// <summary>A file's path, or the address of a PostgreSQL database, which may have a password and so be in a file of its own.</summary>
    public string Database(string key, string otherwise)
    {
        var place = Text(key + SecretFile.Suffix, "").Length > 0 ? Secret(key) : FilePath(key, otherwise);
        if (PostgresAddress.ProblemOf(place) is { } problem)
            problems.Add($"{key}: {problem}");
        return place.Length > 0 ? place : otherwise;
    }

    public int Number(string key, int otherwise, int least, int most)
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

    public TimeSpan Time(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
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
}
