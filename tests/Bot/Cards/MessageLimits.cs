using System.Text.RegularExpressions;
using Discord.Models;

namespace Bot.Tests.Cards;

/// <summary>
/// What Discord would refuse or draw wrong in a message, counted as its documentation counts. Not by <see cref="DiscordLimits"/>: two
/// readings must agree.
/// </summary>
static partial class MessageLimits
{
    /// <summary>Everything that is wrong; nothing for a message that may be sent.</summary>
    public static IReadOnlyList<string> Problems(CreateMessage message) =>
        [.. Sizes(message), .. Embeds(message.Embeds ?? []), .. Rows(message.Components ?? []), .. Mentions(message)];

    static IEnumerable<string> Sizes(CreateMessage message)
    {
        foreach (var problem in Length("content", message.Content ?? "", 0, 2000))
            yield return problem;
        if (string.IsNullOrEmpty(message.Content) && message.Embeds is null or [])
            yield return "nothing in it";
        if (message.Embeds?.Count > 10)
            yield return "more than 10 embeds";
        if (message.Embeds?.Sum(Total) > 6000)
            yield return "embeds of more than 6000 characters together";
        if (message.Nonce?.Length > 25)
            yield return "a nonce of more than 25 characters";
    }

    static int Total(Embed embed) =>
        (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Text.Length ?? 0) + (embed.Author?.Name.Length ?? 0);

    static IEnumerable<string> Embeds(IReadOnlyList<Embed> embeds) => embeds.SelectMany(embed => (IEnumerable<string>)
    [
        .. embed is { Title: null, Description: null, Image: null } ? ["an empty embed"] : (string[])[],
        .. Length("title", embed.Title, 1, 256),
        .. Length("description", embed.Description, 1, 4096),
        .. Length("footer", embed.Footer?.Text, 1, 2048),
        .. Length("author", embed.Author?.Name, 1, 256),
        .. Address("url", embed.Url, 2048),
        .. Address("image", embed.Image?.Url, 2048),
        .. Address("icon", embed.Author?.IconUrl, 2048),
        .. embed.Color is < 0 or > 0xFFFFFF ? ["a colour that is none"] : (string[])[],
        .. Markup("title", embed.Title, linksAllowed: false),
        .. Markup("description", embed.Description, linksAllowed: true),
    ]);

    static IEnumerable<string> Rows(IReadOnlyList<Component> rows)
    {
        if (rows.Count > 5)
            yield return "more than 5 rows";
        if (rows.Any(row => row is not ActionRow))
            yield return "a component that stands in no row";
        var ids = Component.All(rows)
            .Select(component => component switch { Button button => button.CustomId, Select select => select.CustomId, _ => null })
            .OfType<string>().ToList();
        if (ids.Distinct().Count() < ids.Count)
            yield return "a custom_id twice";
        foreach (var problem in ids.SelectMany(id => Length("custom_id", id, 1, 100)).Concat(rows.OfType<ActionRow>().SelectMany(Row)))
            yield return problem;
    }

    static IEnumerable<string> Row(ActionRow row) => row.Components switch
    {
        [StringSelect menu] => Menu(menu),
        { Count: >= 1 and <= 5 } buttons when buttons.All(button => button is Button) => buttons.Cast<Button>().SelectMany(Button),
        _ => ["a row of neither one menu nor one to five buttons"],
    };

    static IEnumerable<string> Button(Button button) =>
    [
        .. Length("label", button.Label, 1, 80),
        .. Address("button", button.Url, 512),
        .. (button.Style is ButtonStyle.Link) == (button.Url is not null) && (button.Url is null) == (button.CustomId is not null)
            ? (string[])[] : ["a button that is neither link nor pressed"],
    ];

    static IEnumerable<string> Menu(StringSelect menu) =>
    [
        .. menu.Options.Count is >= 1 and <= 25 ? (string[])[] : ["a menu of none or more than 25"],
        .. menu.Options.DistinctBy(option => option.Value).Count() == menu.Options.Count ? (string[])[] : ["a menu's value twice"],
        .. Length("placeholder", menu.Placeholder, 0, 150),
        .. menu.Options.SelectMany(option =>
            (IEnumerable<string>)[.. Length("option", option.Label, 1, 100), .. Length("value", option.Value, 1, 100),
            .. Length("about", option.Description, 1, 100)]),
    ];

    /// <summary>Only the line of a role's call mentions, and only that role.</summary>
    static IEnumerable<string> Mentions(CreateMessage message)
    {
        var called = Mention().Matches(message.Content ?? "").Select(match => match.Value);
        var allowed = (message.AllowedMentions.Roles ?? []).Select(role => $"<@&{role}>");
        if (message.AllowedMentions is not { Parse: [] })
            yield return "mentions of a whole kind are allowed";
        if (called.Except(allowed).Any())
            yield return "a mention that is not allowed";
        foreach (var text in (message.Embeds ?? []).SelectMany(embed =>
            (string?[])[embed.Title, embed.Description]).OfType<string>().Where(text => Mention().IsMatch(text)))
            yield return $"a mention in: {text}";
    }

    /// <summary>
    /// What stands in the text when escapes, links and times of ours are taken out has no mark left that Discord could read.
    /// </summary>
    static IEnumerable<string> Markup(string place, string? text, bool linksAllowed)
    {
        var rest = Escaped().Replace(text ?? "", "");
        rest = Time().Replace(rest, "");
        rest = Address().Replace(linksAllowed ? OwnLink().Replace(rest, "$1") : rest, "");
        foreach (var mark in (string[])["**", "~~"])
        {
            if ((rest.Split('\n').Any(line => line.Split(mark).Length % 2 == 0)))
                yield return $"{place} with half a pair of {mark}: {text}";
        }

        rest = rest.Replace("**", "", StringComparison.Ordinal).Replace("~~", "", StringComparison.Ordinal);
        if (Mark().IsMatch(rest))
            yield return $"{place} with a mark that is not closed or not escaped: {text}";
        if (text?.Length > 0 && (Half().IsMatch(text) || text.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar)
            && !text.Contains('\uFFFD')))
            yield return $"{place} with half a character: {text}";
    }

    static IEnumerable<string> Length(string what, string? text, int least, int most) =>
        text is null || (text.Trim().Length >= least && text.Length <= most) ? [] : [$"{what} of {text.Length} characters"];

    static IEnumerable<string> Address(string what, string? url, int most) => url is null
        || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && url.Length <= most)
            ? [] : [$"{what} that can't lead anywhere: {url}"];

    [GeneratedRegex(@"<(@[!&]?|#|a?:\w+:|/[^:>]+:|id:)[^>\s]*>|@everyone|@here")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\\[^0-9A-Za-z\s]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[*_~|`\[\]\\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"<t:[0-9]{1,12}:R>")]
    private static partial Regex Time();

    [GeneratedRegex(@"\[([^\[\]\n]+)\]\(https?://[^\s()*\\]+\)")]
    private static partial Regex OwnLink();

    [GeneratedRegex(@"https?://[^\s<\[\]\\`|]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Half();
}
