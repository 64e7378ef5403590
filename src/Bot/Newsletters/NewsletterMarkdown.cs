using System.Text.RegularExpressions;

namespace Bot.Newsletters;

/// <summary>A newsletter in CommonMark.</summary>
static partial class NewsletterMarkdown
{
    public static string Of(Newsletter newsletter) =>
        string.Join("\n\n", newsletter.Stories.SelectMany(Paragraphs).Prepend($"# {Escaped(newsletter.Title)}")) + "\n";

    static IEnumerable<string> Paragraphs(NewsletterStory story)
    {
        string?[] paragraphs =
        [
            $"## {Link(story.Headline)}",
            Escaped(story.Facts),
            Escaped(story.Excerpt),
            story.Picture is { } picture ? $"![{Escaped(story.Headline.Text)}](<{picture.Url}>)" : null,
            Others(story),
        ];
        return paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))!;
    }

    static string? Others(NewsletterStory story) => story.Outlets.Length == 0 ? null : string.Join(" · ",
    [
        $"**{Escaped(story.Outlets)}**",
        .. story.Others.Select(Link),
        .. story.MoreOthers > 0 ? [$"\\+{story.MoreOthers}"] : (string[])[],
    ]);

    /// <summary>An address has no angle brackets and no spaces; both are percent-encoded.</summary>
    static string Link(NewsletterLink link) => link is { Address: { } address, Text.Length: > 0 }
        ? $"[{Escaped(link.Text)}](<{address}>)"
        : Escaped(link.Text);

    /// <summary>Text that is shown as it is, also by readers that link addresses by themselves.</summary>
    static string Escaped(string text) => Beginning().Replace(Mark().Replace(text, @"\$0"), @"$1\$2");

    [GeneratedRegex(@"[\\`*_\[\]<>&~|#@!$^=]|:(?=\S)|(?<=\bwww)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    /// <summary>What begins a list or underlines a heading.</summary>
    [GeneratedRegex(@"^(\d*)([-+.):])")]
    private static partial Regex Beginning();
}
