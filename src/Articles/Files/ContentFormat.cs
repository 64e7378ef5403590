using System.Collections.Frozen;
using Articles.Text;

namespace Articles.Files;

/// <summary>What a field holds.</summary>
enum FieldKind
{
    /// <summary>One line, in which HTML entities are decoded.</summary>
    Text,
    Date,
    Link,
    Number,
    Flag,

    /// <summary>A list of texts, or a single text.</summary>
    Texts,

    /// <summary>Fields of its own.</summary>
    Group,

    /// <summary>A list of entries with fields of their own.</summary>
    Groups,

    /// <summary>Whatever the publisher puts there; never read.</summary>
    Opaque,
}

/// <summary>A field that files may have.</summary>
/// <param name="Description">For an editor's tooltip.</param>
/// <param name="Example">As it would be written after the field's name.</param>
/// <param name="Group">The fields of a <see cref="FieldKind.Group"/> or <see cref="FieldKind.Groups"/>.</param>
sealed record KnownField(
    string Name, FieldKind Kind, string Description, string Example = "", bool IsRequired = false, FieldGroup? Group = null)
{
    /// <summary>Whether a link may be relative to a site that the desk doesn't know. It is then ignored with a warning.</summary>
    public bool MayBeRelative { get; init; }
}

/// <summary>Fields that belong together: those of a file, or of an entry in one.</summary>
sealed record FieldGroup(params IReadOnlyList<KnownField> Fields)
{
    readonly Dictionary<string, KnownField> byName = Fields.ToDictionary(field => field.Name);

    public IEnumerable<string> Names => byName.Keys;

    public KnownField this[string name] => byName[name];

    public bool Has(string name) => byName.ContainsKey(name);
}

/// <summary>The fields of content files: the one list behind the reader, its messages, and the schemas for editors.</summary>
static class ContentFormat
{
    const string Address = "\"https://example.com/story\"";

    static readonly KnownField Title = new("title", FieldKind.Text, "The headline.", "\"What happened\"", IsRequired: true);
    static readonly KnownField Excerpt = new("excerpt", FieldKind.Text, "A summary of one to three sentences.", "\"Two boats waited.\"");
    static readonly KnownField Date = new(
        "publishedDateTime", FieldKind.Date,
        "When the outlet published it: ISO 8601 with any offset, or a date. Without an offset it is UTC.", "2026-08-14T09:30Z");
    static readonly KnownField WebUrl = new("webUrl", FieldKind.Link, "The page to read.", Address);
    static readonly KnownField OriginalUrl = new("originalUrl", FieldKind.Link, "The link as it was first found.", Address);
    static readonly KnownField AmpWebUrl = new(
        "ampWebUrl", FieldKind.Link, "The AMP version of the page.", "\"https://example.com/story/amp\"");
    static readonly KnownField CdnAmpWebUrl = new(
        "cdnAmpWebUrl", FieldKind.Link, "The AMP version on a cache.",
        "\"https://example-com.cdn.ampproject.org/c/s/example.com/story/amp\"");
    static readonly KnownField Category = new("category", FieldKind.Text, "The kind of file.", "news");
    static readonly KnownField Type = new("type", FieldKind.Text, "article, video, …; article if left out.", "article");
    static readonly KnownField Quality = new("quality", FieldKind.Number, "The publisher's score, 0 to 100.", "47");
    static readonly KnownField Heat = new("heat", FieldKind.Number, "Popularity; -1 or no field means unknown.", "40");
    static readonly KnownField Published = new("published", FieldKind.Flag, "false holds the article back; no field means true.", "true");
    static readonly KnownField Topics = new("topics", FieldKind.Texts, "Topic names, as the topics' files spell them.", "[Harbour]");
    static readonly KnownField FeaturedContent = new("featuredContent", FieldKind.Opaque, "The publisher's embed code; not shown.");
    static readonly KnownField Secured = new("secured", FieldKind.Opaque, "The publisher's ciphertext: opaque, never shown.");
    static readonly KnownField Taxonomy = new("taxonomy", FieldKind.Opaque, "The kind of file, for other tools.");
    static readonly KnownField ForeignId = new("_id", FieldKind.Opaque, "An ID for other tools.");
    static readonly KnownField Services = new("services", FieldKind.Opaque, "Addresses for other tools.");
    static readonly KnownField OutletName = new("name", FieldKind.Text, "The outlet's name as readers know it.", "Harbour Gazette");
    static readonly KnownField Domain = new("domain", FieldKind.Text, "The outlet's domain, without https:// and www.", "gazette.example");

    public static FieldGroup Image { get; } = new(
        new("url", FieldKind.Link, "The image's address.", "\"https://example.com/picture.jpg\"", IsRequired: true),
        new("width", FieldKind.Number, "In pixels.", "1200"),
        new("height", FieldKind.Number, "In pixels.", "630"),
        new("isCached", FieldKind.Flag, "Whether the publisher keeps a copy; not used.", "true"),
        new("title", FieldKind.Opaque, "Not used."),
        new("attribution", FieldKind.Opaque, "Not used."));

    /// <summary>As in <see cref="Image"/>.</summary>
    static FieldGroup Logo { get; } = new([.. Image.Fields.Select(field => field with { MayBeRelative = field.Kind is FieldKind.Link })]);

    static readonly KnownField Images = new("images", FieldKind.Groups, "Images; the first is shown.", Group: Image);

    public static FieldGroup Provider { get; } = new(OutletName, Domain, Images with { Description = "Logos; the first is shown." });

    static readonly KnownField ProviderField = new("provider", FieldKind.Group, "The outlet.", Group: Provider);

    public static FieldGroup Related { get; } = new(
        Title, Excerpt, Date, WebUrl, OriginalUrl, AmpWebUrl, CdnAmpWebUrl, Type, Quality, ProviderField, Images,
        Opaque(Category), Opaque(Heat), Opaque(Published), Opaque(Topics), FeaturedContent, Secured);

    public static FieldGroup Article { get; } = new(
        Category, Title, Excerpt, Date with { IsRequired = true }, OriginalUrl, WebUrl, AmpWebUrl, CdnAmpWebUrl,
        Type, Quality, Heat, Published, ProviderField, Topics, Images,
        new("related", FieldKind.Groups, "Coverage of the same story elsewhere.", Group: Related),
        FeaturedContent, Secured);

    /// <summary>The fields of <c>topics/*.yaml</c>.</summary>
    public static FieldGroup Topic { get; } = new(
        new("name", FieldKind.Text, "The name that articles list under topics.", "Weather and tides", IsRequired: true),
        new("shortname", FieldKind.Text, "A shorter name for tight spaces.", "Weather"),
        new("parent", FieldKind.Text, "The name of the parent topic.", "Harbour"),
        new("keywords", FieldKind.Texts, "Other words that people use for it.", "[storm, wind]"),
        new("hashtags", FieldKind.Texts, "In quotes, because # starts a comment.", "[\"#Weather\"]"),
        Taxonomy, ForeignId, Services);

    /// <summary>The fields of <c>providers/*.yaml</c> and <c>providers/*.md</c>.</summary>
    public static FieldGroup ProviderFile { get; } = new(
        OutletName with { IsRequired = true },
        Domain with { IsRequired = true },
        new("icon", FieldKind.Link, "The logo to show.", "\"https://gazette.example/icon.png\"") { MayBeRelative = true },
        Images with { Description = "Logos; the first is shown if there is no icon.", Group = Logo },
        Taxonomy, ForeignId, Services, new("description", FieldKind.Opaque, "Not used."));

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        new[] { Article, Related, Provider, Image, Topic, ProviderFile }
            .SelectMany(group => group.Names).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the field holds sentences, in which any mark may be meant.</summary>
    public static bool IsProse(string name) => name == Title.Name || name == Excerpt.Name;

    /// <summary>The name as a string, which is a new one only for names that are not known.</summary>
    public static string NameOf(ReadOnlySpan<char> name) => Names.TryGetValue(name, out var known) ? known : name.ToString();

    /// <summary>Known in this group, but not read there.</summary>
    static KnownField Opaque(KnownField field) => field with { Kind = FieldKind.Opaque, Description = "Not used here." };
}

/// <summary>Problems with the names of fields: missing ones, and typos.</summary>
static class FieldNames
{
    public static void Missing(string name, MapValue map, FieldGroup group, ContentProblems problems)
    {
        var unknown = map.Fields.Take(TextLimits.FieldsSpellChecked).Where(field => !group.Has(field.Name)).ToList();
        var near = Spelling.Nearest(name, unknown.Select(field => field.Name));
        if (unknown.Find(field => field.Name == near) is { } typo)
            problems.Error(typo.Line, typo.Column, $"{name} is missing. Is \"{near}\" a typo?");
        else
            problems.Error(map.Line, map.Column, $"{name} is missing. Add a line such as {name}: {group[name].Example}");
    }

    public static void WarnOfTypos(MapValue map, FieldGroup group, ContentProblems problems)
    {
        var present = map.Fields.Select(field => field.Name).ToHashSet();
        var absent = group.Names.Where(name => !present.Contains(name)).ToList();
        foreach (var field in map.Fields.Where(field => !group.Has(field.Name)).Take(TextLimits.FieldsSpellChecked))
        {
            if (Spelling.Nearest(field.Name, absent) is { } meant && !problems.AnyAt(field.Line, field.Column))
                problems.Warning(field.Line, field.Column, $"There is no field \"{field.Name}\". Did you mean {meant}?");
        }
    }
}
