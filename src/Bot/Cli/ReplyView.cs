using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Commands.Interactions;
using Discord.Models;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>A reply in the terminal: its embeds and containers as panels, its buttons and menus as labels.</summary>
static partial class ReplyView
{
    public static void Draw(Reply reply, IAnsiConsole terminal)
    {
        if (reply.IsPrivate)
            terminal.MarkupLine("[dim]Only you can see this[/]");
        if (reply.Content is { } content)
            terminal.MarkupLine(Text(content));
        foreach (var embed in reply.Embeds)
            terminal.Write(Card(embed));
        foreach (var component in reply.Components)
        {
            if (component is Container container)
                terminal.Write(Panel(string.Join('\n', container.Components.Select(Part).Where(part => part.Length > 0))));
            else if (Part(component) is { Length: > 0 } line)
                terminal.MarkupLine(line);
        }
    }

    static string Part(Component component) => component switch
    {
        TextDisplay text => Text(text.Content),
        Section section => string.Join('\n', section.Components.Append(section.Accessory).OfType<Component>().Select(Part)),
        Thumbnail picture => Picture(picture.Media),
        MediaGallery gallery => string.Join('\n', gallery.Items.Select(item => Picture(item.Media))),
        ActionRow row => string.Join("  ", row.Components.Select(Control)),
        _ => "",
    };

    static string Picture(Media media) => $"[dim]Image: {Markup.Escape(media.Url)}[/]";

    static Panel Panel(string markup) => new Panel(new Markup(markup)).RoundedBorder().BorderColor(Color.Blue);

    static Panel Card(Embed embed)
    {
        string?[] parts =
        [
            embed.Author is { } author ? $"[dim]{Markup.Escape(author.Name)}[/]" : null,
            embed.Title is { } title ? $"[bold]{Text(title)}[/]" : null,
            embed.Url is { } url ? $"[dim]{Markup.Escape(url)}[/]" : null,
            embed.Description is { } description ? $"\n{Text(description)}" : null,
            embed.Image is { } image ? $"\n[dim]Image: {Markup.Escape(image.Url)}[/]" : null,
            Footer(embed) is { Length: > 0 } footer ? $"\n[dim]{Markup.Escape(footer)}[/]" : null,
        ];
        return Panel(string.Join('\n', parts.OfType<string>()));
    }

    static string Footer(Embed embed) =>
        string.Join(" · ", ((string?[])[embed.Footer?.Text, embed.Timestamp?.ToString("u")]).OfType<string>());

    static string Control(Component component) => component switch
    {
        Button button => Label(button),
        StringSelect menu => $"[blue]{Markup.Escape($"[ {menu.Placeholder} ▾ ]")}[/]",
        _ => "",
    };

    static string Label(Button button)
    {
        var label = Markup.Escape($"[ {button.Label} ]");
        return button.Disabled ? $"[dim]{label}[/]" : $"[blue]{label}[/]";
    }

    /// <summary>The parts of Discord's Markdown that the bot writes, as terminal markup.</summary>
    static string Text(string markdown)
    {
        var text = Markup.Escape(markdown);
        text = SmallPrint().Replace(text, "[dim]$1[/]");
        text = Heading().Replace(text, "[bold underline]$1[/]");
        text = Struck().Replace(text, "[strikethrough]$1[/]");
        text = Bold().Replace(text, "[bold]$1[/]");
        text = MaskedLink().Replace(text, "$1 [dim]($2)[/]");
        text = Time().Replace(
            text, match => At(long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value));
        return Escaped().Replace(text, "$1").Replace("\u200b", "");
    }

    /// <param name="style">Of Discord's timestamps. Discord shows a reader's own time zone; a terminal may have none.</param>
    static string At(long unixSeconds, string style) => style switch
    {
        "R" => Ago(unixSeconds),
        "t" => $"{DateTimeOffset.FromUnixTimeSeconds(unixSeconds):HH:mm}",
        "d" => $"{DateTimeOffset.FromUnixTimeSeconds(unixSeconds):yyyy-MM-dd}",
        _ => $"{DateTimeOffset.FromUnixTimeSeconds(unixSeconds):yyyy-MM-dd HH:mm} UTC",
    };

    /// <summary>A relative time, roughly as Discord shows it.</summary>
    static string Ago(long unixSeconds)
    {
        var age = TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(unixSeconds);
        (double Amount, string Unit)[] units =
        [
            (age.TotalDays / 365, "year"), (age.TotalDays / 30, "month"), (age.TotalDays, "day"), (age.TotalHours, "hour"),
            (age.TotalMinutes, "minute"),
        ];
        var (amount, unit) = units.FirstOrDefault(one => Math.Abs(one.Amount) >= 1, (0, "minute"));
        var count = Math.Abs((int)amount);
        var words = $"{count} {unit}{(count == 1 ? "" : "s")}";
        return amount < 0 ? $"in {words}" : $"{words} ago";
    }

    [GeneratedRegex("^-# (.+)$", RegexOptions.Multiline)]
    private static partial Regex SmallPrint();

    [GeneratedRegex(@"(?<!\\)~~(.+?)(?<!\\)~~")]
    private static partial Regex Struck();

    [GeneratedRegex(@"(?<!\\)\*\*(.+?)(?<!\\)\*\*")]
    private static partial Regex Bold();

    // The terminal's escaping doubles brackets.
    [GeneratedRegex(@"(?<!\\)\[\[((?:[^\]\\]|\\.)+)\]\]\((https?://[^)\s]+)\)")]
    private static partial Regex MaskedLink();

    [GeneratedRegex("^#{1,3} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<t:([0-9]{1,12}):([Rtdf])>")]
    private static partial Regex Time();

    [GeneratedRegex(@"\\([\\`*_~|#>.+-]|\[\[|\]\])")]
    private static partial Regex Escaped();
}
