namespace News.Reading;

/// <summary>The fields of content files: the one list behind the reader, its messages and the schema for editors.</summary>
static class ContentFormat
{
    static readonly KnownField Title = new("title", FieldKind.Text, "The headline.", "\"What happened\"", IsRequired: true);
    static readonly KnownField Excerpt = new("excerpt", FieldKind.Text, "One to three sentences.", "\"Two boats waited.\"");
    static readonly KnownField Date = new("publishedDateTime", FieldKind.Date, "When the outlet published it: ISO 8601 with any offset, or a date alone.", "2026-08-14T09:30Z");
    static readonly KnownField WebUrl = new("webUrl", FieldKind.Link, "The page to read.", "\"https://example.com/story\"");
    static readonly KnownField OriginalUrl = new("originalUrl", FieldKind.Link, "The link as it was first found.", "\"https://example.com/story\"");
    static readonly KnownField AmpWebUrl = new("ampWebUrl", FieldKind.Link, "The page's AMP form.", "\"https://example.com/story/amp\"");
    static readonly KnownField CdnAmpWebUrl = new("cdnAmpWebUrl", FieldKind.Link, "The AMP form on a cache.", "\"https://example-com.cdn.ampproject.org/c/s/example.com/story/amp\"");
    static readonly KnownField Category = new("category", FieldKind.Text, "The kind of file.", "news");
    static readonly KnownField Type = new("type", FieldKind.Text, "article, video, …; without it, article.", "article");
    static readonly KnownField Quality = new("quality", FieldKind.Number, "The publisher's score, 0 to 100.", "47");
    static readonly KnownField Heat = new("heat", FieldKind.Number, "Popularity; -1, or no field, means unknown.", "40");
    static readonly KnownField Published = new("published", FieldKind.Flag, "false holds the article back; no field means true.", "true");
    static readonly KnownField Topics = new("topics", FieldKind.Texts, "Names of topics, as their files spell them.", "[Harbour]");
    static readonly KnownField FeaturedContent = new("featuredContent", FieldKind.Opaque, "The publisher's embed code; not shown.");
    static readonly KnownField Secured = new("secured", FieldKind.Opaque, "The publisher's ciphertext: opaque, never shown.");
    static readonly KnownField Taxonomy = new("taxonomy", FieldKind.Opaque, "The kind of file, for other tools.");
    static readonly KnownField ForeignId = new("_id", FieldKind.Opaque, "An identity, for other tools.");
    static readonly KnownField Services = new("services", FieldKind.Opaque, "Addresses, for other tools.");

    public static FieldGroup Image { get; } = new(
        new("url", FieldKind.Link, "The picture's address.", "\"https://example.com/picture.jpg\"", IsRequired: true),
        new("width", FieldKind.Number, "In pixels.", "1200"),
        new("height", FieldKind.Number, "In pixels.", "630"),
        new("isCached", FieldKind.Flag, "Whether the publisher keeps a copy; not used.", "true"),
        new("title", FieldKind.Opaque, "Not used."),
        new("attribution", FieldKind.Opaque, "Not used."));

    static readonly KnownField Images = new("images", FieldKind.Groups, "Pictures; the first is shown.", Group: Image);

    public static FieldGroup Provider { get; } = new(
        new("name", FieldKind.Text, "As readers know the outlet.", "Harbour Gazette"),
        new("domain", FieldKind.Text, "The outlet's domain, without https:// and www.", "gazette.example"),
        Images with { Description = "Logos; the first is shown." });

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
        new("name", FieldKind.Text, "What articles write under topics.", "Weather and tides", IsRequired: true),
        new("shortname", FieldKind.Text, "For tight places.", "Weather"),
        new("parent", FieldKind.Text, "The name of the topic above.", "Harbour"),
        new("keywords", FieldKind.Texts, "Other words that people use for it.", "[storm, wind]"),
        new("hashtags", FieldKind.Texts, "In quotes, because # starts a comment.", "[\"#Weather\"]"),
        Taxonomy, ForeignId, Services);

    /// <summary>The fields of <c>providers/*.yaml</c> and <c>providers/*.md</c>.</summary>
    public static FieldGroup ProviderFile { get; } = new(
        new("name", FieldKind.Text, "As readers know the outlet.", "Harbour Gazette", IsRequired: true),
        new("domain", FieldKind.Text, "The outlet's domain, without https:// and www.", "gazette.example", IsRequired: true),
        new("icon", FieldKind.Link, "The logo that is shown.", "\"https://gazette.example/icon.png\""),
        Images with { Description = "Logos; the first is shown where there is no icon." },
        Taxonomy, ForeignId, Services, new("description", FieldKind.Opaque, "Not used."));

    /// <summary>Known where it stands, but not read there.</summary>
    static KnownField Opaque(KnownField field) => field with { Kind = FieldKind.Opaque, Description = "Not used here." };
}
