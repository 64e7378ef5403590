using System.Xml.Linq;

namespace Bot.Newsletters;

/// <summary>
/// A newsletter as a page that an email may consist of: one file with its styles in it, 600 pixels wide, dark where the reader's device
/// is. Its pictures stay where they are.
/// </summary>
static class NewsletterHtml
{
    const string Font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    const string Quiet = "margin:4px 0;font-size:14px;line-height:20px;color:#57606a";
    const string Sheet =
        "box-sizing:border-box;max-width:600px;margin:0 auto;padding:24px 20px;background:#ffffff;overflow-wrap:anywhere";

    const string Link = "color:#0a58ca;text-decoration:none";

    /// <summary>Many programs for email ignore it, and show the page in light colors.</summary>
    const string DarkColors =
        """
        @media (prefers-color-scheme: dark) {
          .page { background: #1a1b1e !important; color: #f2f3f5 !important; }
          .sheet { background: #2b2d31 !important; }
          .quiet { color: #b5bac1 !important; }
          .story { border-color: #4e5058 !important; }
          .link { color: #8ab8ff !important; }
        }
        """;

    public static string Of(Newsletter newsletter)
    {
        var html = new XElement("html",
            new XAttribute("lang", newsletter.Language),
            new XAttribute("dir", "ltr"),
            Lines(
                new XElement("head", Lines(
                    new XElement("meta", new XAttribute("charset", "utf-8")),
                    Meta("viewport", "width=device-width, initial-scale=1"),
                    Meta("color-scheme", "light dark"),
                    new XElement("title", newsletter.Title),
                    new XElement("style", DarkColors))),
                Styled("body", "page", $"margin:0;padding:0;background:#f0f1f3;color:#1f2328;{Font}", Lines(
                    Styled("main", "sheet", Sheet, Lines([
                        Styled("h1", "title", "margin:0 0 16px;font-size:26px;line-height:32px", newsletter.Title),
                        .. newsletter.Stories.Select((story, index) => Story(story, isLead: index == 0)),
                    ]))))));
        return $"<!DOCTYPE html>\n{html.ToString(SaveOptions.DisableFormatting)}\n";
    }

    static XElement Story(NewsletterStory story, bool isLead)
    {
        var isLarge = isLead && story.Picture is { IsLarge: true };
        var size = isLead ? "font-size:22px;line-height:28px" : "font-size:17px;line-height:24px";
        return Styled("article", "story", "padding:16px 0;border-top:1px solid #d0d7de;overflow:hidden", Lines(
            isLarge ? null : Picture(story, "float:right;width:96px;height:96px;margin:0 0 8px 16px;object-fit:cover;border-radius:6px"),
            Text("h2", "headline", $"margin:0;{size}", Linked(story.Headline)),
            story.Facts.Length > 0 ? Text("p", "quiet", Quiet, story.Facts) : null,
            story.Excerpt.Length > 0 ? Text("p", "excerpt", "margin:8px 0;font-size:16px;line-height:24px", story.Excerpt) : null,
            isLarge ? Picture(story, "display:block;width:100%;height:auto;margin:12px 0;border-radius:8px") : null,
            story.Outlets.Length > 0 ? Text("p", "quiet", Quiet, Others(story)) : null));
    }

    /// <summary>Each on a line of its own, since programs for email cut lines that are too long.</summary>
    static IEnumerable<object> Lines(params IEnumerable<XElement?> elements) =>
        elements.OfType<XElement>().SelectMany(element => (object[])[element, "\n"]).Prepend("\n");

    static XElement? Picture(NewsletterStory story, string style) => story.Picture is { } picture
        ? new("img", new XAttribute("src", picture.Url), new XAttribute("alt", story.Headline.Text), new XAttribute("style", style))
        : null;

    static IEnumerable<object> Others(NewsletterStory story)
    {
        yield return new XElement("strong", story.Outlets);
        foreach (var other in story.Others)
        {
            yield return " · ";
            yield return new XElement("bdi", Linked(other));
        }

        if (story.MoreOthers > 0)
            yield return $" · +{story.MoreOthers}";
    }

    static object Linked(NewsletterLink link) => link.Address is { } address && link.Text.Length > 0
        ? Styled("a", "link", Link, new XAttribute("href", address), link.Text)
        : link.Text;

    /// <summary>Text from files says by itself which way it is written.</summary>
    static XElement Text(string name, string kind, string style, object content) =>
        Styled(name, kind, style, new XAttribute("dir", "auto"), content);

    static XElement Styled(string name, string kind, string style, params object?[] content) =>
        new(name, new XAttribute("class", kind), new XAttribute("style", style), content);

    static XElement Meta(string name, string content) =>
        new("meta", new XAttribute("name", name), new XAttribute("content", content));
}
