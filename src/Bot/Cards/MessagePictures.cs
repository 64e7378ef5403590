using Discord.Models;

namespace Bot.Cards;

/// <summary>The pictures that a message shows.</summary>
static class MessagePictures
{
    const string FileScheme = "attachment://";

    /// <summary>What shows a file of the message itself.</summary>
    public static string OfFile(string name) => FileScheme + name;

    /// <summary>Where they are shown from.</summary>
    public static IEnumerable<string> Of(IEnumerable<Embed>? embeds, IEnumerable<Component>? components) =>
    [
        .. (embeds ?? [])
            .SelectMany(embed => (EmbedImage?[])[embed.Image, embed.Thumbnail])
            .OfType<EmbedImage>()
            .Select(image => image.Url),
        .. Component.All(components ?? []).SelectMany(component => component switch
        {
            Thumbnail thumbnail => [thumbnail.Media.Url],
            MediaGallery gallery => gallery.Items.Select(item => item.Media.Url),
            _ => (IEnumerable<string>)[],
        }),
    ];

    /// <summary>The names of the message's own files that it shows, each once.</summary>
    public static IReadOnlyList<string> FilesIn(IEnumerable<Component>? components, IEnumerable<Embed>? embeds = null) =>
    [
        .. Of(embeds, components)
            .Where(url => url.StartsWith(FileScheme, StringComparison.Ordinal))
            .Select(url => url[FileScheme.Length..])
            .Distinct(),
    ];
}
