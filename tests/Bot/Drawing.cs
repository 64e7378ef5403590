using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Tests;

/// <summary>Draws a reply as text, as a person sees it from top to bottom, for approved files.</summary>
/// <remarks>The wire (custom_ids, flags, mentions) isn't in it: tests assert that separately.</remarks>
static class Drawing
{
    public static string Of(Reply reply) => string.Join("\n\n", ((string?[])
    [
        reply.IsPrivate ? "(only you can see this)" : null,
        reply.Content,
        .. reply.Embeds.Select(Of),
        string.Join('\n', reply.Components.Select(Part).Where(part => part.Length > 0)),
        string.Join('\n', reply.Files.Where(file => !IsShown(file, reply)).Select(file => $"[file {file.Filename}]")),
        reply.Form is { } form ? Of(form) : null,
    ]).Where(part => !string.IsNullOrEmpty(part)));

    public static string Of(CreateMessage message) =>
        Of(new Reply { Content = message.Content, Embeds = message.Embeds ?? [], Components = message.Components ?? [] });

    static string Part(Component component) => component switch
    {
        Container container => Boxed(string.Join("\n\n", container.Components.Select(Part))),
        Section section => string.Join('\n', section.Components.Append(section.Accessory!).Select(Part)),
        TextDisplay text => text.Content,
        Thumbnail picture => $"[small picture: {picture.Media.Url}]",
        MediaGallery gallery => string.Join('\n', gallery.Items.Select(item => $"[large picture: {item.Media.Url}]")),
        Separator => "───",
        Button button => Label(button),
        ActionRow row => string.Join('\n', Row(row)),
        _ => $"[{component.GetType().Name}]",
    };

    static bool IsShown(MessageAttachment file, Reply reply) =>
        reply.Embeds.Any(embed => embed.Image?.Url == $"attachment://{file.Filename}");

    static string Of(Embed embed)
    {
        string?[] parts =
        [
            embed.Author?.Name,
            embed.Title is null ? null : $"# {embed.Title}",
            embed.Description,
            embed.Image is { } image ? $"[picture: {image.Description}]" : null,
            embed.Footer?.Text,
        ];
        return Boxed(string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    static string Of(Form form) => Boxed(string.Join("\n\n", form.Questions.Select(Question).Prepend($"# {form.Title}")));

    static string Question(Label question) => string.Join('\n', ((string?[])
    [
        question.Text,
        question.Description is null ? null : $"  {question.Description}",
        question.Component is Select select ? Menu(select) : null,
        question.Component is TextInput input ? $"  [{input.Value ?? $"({input.Placeholder})"}]" : null,
    ]).OfType<string>());

    static IEnumerable<string> Row(ActionRow row)
    {
        foreach (var select in row.Components.OfType<Select>())
            yield return Menu(select);
        if (string.Join(' ', row.Components.OfType<Button>().Select(Label)) is { Length: > 0 } line)
            yield return line;
    }

    static string Label(Button button) => button.Disabled ? $"[{button.Label} (disabled)]" : $"[{button.Label}]";

    /// <summary>With a mark before chosen options.</summary>
    static string Menu(Select select) => select switch
    {
        StringSelect menu => $"[{menu.Placeholder ?? ""} ▾] "
            + string.Join(", ", menu.Options.Select(option => $"{(option.Default ? "✓ " : "")}{option.Label}")),
        AutoPopulatedSelect menu =>
            $"[{menu.Placeholder} ▾] {string.Join(", ", (menu.DefaultValues ?? []).Select(one => $"✓ {one.Type} {one.Id}"))}".TrimEnd(),
        _ => $"[{select.Placeholder} ▾]",
    };

    static string Boxed(string text) => string.Join('\n', text.Split('\n').Select(line => $"│ {line}".TrimEnd()));
}
