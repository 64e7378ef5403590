using System.Collections.Frozen;

namespace Articles.Text;

/// <summary>Which pictures Discord can show in a card, as far as an address and a size tell.</summary>
static class Pictures
{
    /// <summary>Endings of files that sites call images, and that Discord shows as a gray box or not at all.</summary>
    static readonly FrozenDictionary<string, string> Unshown = Kinds(
        ("an SVG", "svg svgz"),
        ("a PDF", "pdf"),
        ("a video", "mp4 m4v webm mov avi mkv mpg mpeg mpe ogv wmv flv f4v 3gp 3g2 ts m2ts m3u8 mpd"),
        ("a sound", "mp3 m4a aac ogg oga opus wav flac wma"),
        ("a TIFF", "tif tiff"),
        ("a HEIC photo", "heic heif"),
        ("a bitmap", "bmp dib"),
        ("an AVIF picture", "avif"),
        ("a JPEG XL or JPEG 2000 picture", "jxl jp2 jpx j2k"),
        ("a drawing", "eps ps ai psd cdr wmf emf dwg"),
        ("an icon file", "ico cur icns"),
        ("a page or document", "html htm xhtml xml json txt doc docx odt ppt pptx zip"));

    /// <summary>Why Discord can't show it, as the continuation of "This image is"; null if it probably can.</summary>
    public static string? Problem(Uri link, int? width, int? height)
    {
        if (width == 1 || height == 1)
            return "one pixel wide or high, which only counts readers";
        var name = link.AbsolutePath.AsSpan(link.AbsolutePath.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        return dot >= 0 && Unshown.TryGetValue(name[(dot + 1)..].ToString(), out var kind) ? $"{kind}, which Discord can't show" : null;
    }

    static FrozenDictionary<string, string> Kinds(params (string Kind, string Endings)[] kinds) => kinds
        .SelectMany(kind => kind.Endings.Split(' ').Select(ending => KeyValuePair.Create(ending, kind.Kind)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
