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
        string.Join('\n', reply.Components.OfType<ActionRow>().SelectMany(row => Row(row))),
        string.Join('\n', reply.Files.Where(file => !IsShown(file, reply)).Select(file => $"[file {file.Filename}]")),
        reply.Form is { } form ? Of(form) : null,
    ]).Where(part => !string.IsNullOrEmpty(part)));

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
        var buttons = row.Components.OfType<Button>().Select(
            button => button.Disabled ? $"[{button.Label} (disabled)]" : $"[{button.Label}]");
        if (string.Join(' ', buttons) is { Length: > 0 } line)
            yield return line;
    }

    /// <summary>With a mark before chosen options.</summary>
    static string Menu(Select select) => select switch
    {
        StringSelect menu => $"[{menu.Placeholder ?? ""} ▾] "
            + string.Join(", ", menu.Options.Select(option => $"{(option.Default ? "✓ " : "")}{option.Label}")),
        RoleSelect roles =>
            $"[{roles.Placeholder} ▾] {string.Join(", ", (roles.DefaultValues ?? []).Select(role => $"✓ role {role.Id}"))}".TrimEnd(),
        _ => $"[{select.Placeholder} ▾]",
    };

    static string Boxed(string text) => string.Join('\n', text.Split('\n').Select(line => $"│ {line}".TrimEnd()));
}
