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
        message.Flags.HasFlag(MessageFlags.IsComponentsV2)
            ? [.. Layout(message), .. Ids(message.Components!), .. Mentions(message)]
            : [.. Sizes(message), .. Embeds(message.Embeds ?? []), .. Rows(message.Components ?? []), .. Mentions(message)];

    static IEnumerable<string> Layout(CreateMessage message)
    {
        var all = Component.All(message.Components!).ToList();
        var texts = all.OfType<TextDisplay>().Select(text => text.Content).ToList();
        if (message.Content is { Length: > 0 } || message.Embeds is { Count: > 0 })
            yield return "content or embeds beside components";
        if (all.Count is 0 or > 40)
            yield return $"{all.Count} components";
        if (texts.Sum(text => text.Length) > 4000)
            yield return "more than 4000 characters";
        if (System.Text.Encoding.UTF8.GetByteCount((message with { Nonce = new('n', 25), EnforceNonce = true }).ToJson()) > 10_000)
            yield return "more than 10,000 bytes";
        if (message.Components!.Any(component => component is Discord.Models.Button or Select or Thumbnail))
            yield return "a button, menu or thumbnail at the top";
        foreach (var problem in all.SelectMany(Part))
            yield return problem;
        foreach (var text in texts)
        {
            var isCall = text.StartsWith("<@&", StringComparison.Ordinal);
            var rest = isCall ? text[(text.IndexOf('>', StringComparison.Ordinal) + 1)..] : text;
            foreach (var problem in Length("text", text, 1, 4000).Concat(Markup("text", Lines().Replace(rest, ""), linksAllowed: true)))
                yield return problem;
        }
    }

    static IEnumerable<string> Part(Component component) => component switch
    {
        Container { Components: [] } => ["an empty container"],
        Container { AccentColor: < 0 or > 0xFFFFFF } => ["a color that is none"],
        Container container when container.Components.Any(part => part is Container) => ["a container in a container"],
        Section { Components.Count: 0 or > 3 } => ["a section of none or more than three texts"],
        Section { Accessory: null } => ["a section with nothing beside it"],
        Thumbnail thumbnail => Address("thumbnail", thumbnail.Media.Url, 2048),
        MediaGallery { Items.Count: 0 or > 10 } => ["a gallery of none or more than ten"],
        MediaGallery gallery => gallery.Items.SelectMany(item => Address("picture", item.Media.Url, 2048)),
        ActionRow row => Row(row),
        _ => [],
    };

    static IEnumerable<string> Ids(IReadOnlyList<Component> components)
    {
        var all = Component.All(components).ToList();
        var ids = all.Where(component => component.Id is not null).Select(component => component.Id!.Value).ToList();
        if (ids.Exists(id => id <= 0) || ids.Distinct().Count() < ids.Count)
            yield return "a component's number that is not its own";
        var names = all
            .Select(component => component switch { Button button => button.CustomId, Select select => select.CustomId, _ => null })
            .OfType<string>().ToList();
        if (names.Distinct().Count() < names.Count)
            yield return "a custom_id twice";
    }

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
        var all = Component.All(message.Components ?? []).OfType<TextDisplay>().Select(text => text.Content).ToList();
        var call = all is [var first, ..] && first.StartsWith("<@&", StringComparison.Ordinal) ? first : message.Content ?? "";
        var called = Mention().Matches(call).Select(match => match.Value).ToList();
        foreach (var text in all.Where(text => text != call && Mention().IsMatch(text)))
            yield return $"a mention in: {text}";
        if (called.Count > 1)
            yield return $"more than one mention in: {call}";
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

    /// <summary>What a line begins with to be a heading or small.</summary>
    [GeneratedRegex("^(#{2,3}|-#) ", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"<t:[0-9]{1,12}:[Rtf]>")]
    private static partial Regex Time();

    [GeneratedRegex(@"\[([^\[\]\n]+)\]\(https?://[^\s()*\\]+\)")]
    private static partial Regex OwnLink();

    [GeneratedRegex(@"https?://[^\s<\[\]\\`|]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Half();
}
