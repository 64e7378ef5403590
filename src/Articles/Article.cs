namespace Articles;

/// <summary>
/// One news item as its file has it. Text is decoded (no HTML entities or tags) and not escaped for any medium; times are in UTC.
/// </summary>
public sealed record Article
{
    /// <summary>The database's key; 0 until the article is stored. It never changes and is never reused.</summary>
    public long Id { get; init; }

    /// <summary>
    /// What names it outside the database, in buttons; 0 until the article is stored. No other article gets it, even after the database
    /// was restored from a backup.
    /// </summary>
    public long PublicKey { get; init; }

    /// <summary>The file's path below the content folder, with forward slashes: the article's identity.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    public string Excerpt { get; init; } = "";

    public required DateTimeOffset PublishedAt { get; init; }

    public Uri? WebUrl { get; init; }

    public Uri? OriginalUrl { get; init; }

    public Uri? AmpWebUrl { get; init; }

    public Uri? CdnAmpWebUrl { get; init; }

    /// <summary>Where readers are sent: the web address, or the original one if the file gives no other.</summary>
    public Uri Link => WebUrl ?? OriginalUrl!;

    public string Category { get; init; } = "";

    /// <summary><c>article</c>, <c>video</c>, …</summary>
    public string Type { get; init; } = "article";

    /// <summary>The publisher's score, usually 0 to 100; null if it gave none.</summary>
    public int? Quality { get; init; }

    /// <summary>Popularity, 0 or more; null if unknown, which files write as -1.</summary>
    public int? Heat { get; init; }

    /// <summary>False holds the article back: it is stored, but neither listed nor posted.</summary>
    public bool Published { get; init; } = true;

    public Provider Provider { get; init; } = Provider.Unknown;

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Whether the file names no topics, and these were inferred from keywords in its text.</summary>
    public bool AreTopicsInferred { get; init; }

    public IReadOnlyList<Image> Images { get; init; } = [];

    /// <summary>Coverage of the same story elsewhere, in the file's order.</summary>
    public IReadOnlyList<RelatedArticle> Related { get; init; } = [];

    /// <summary>The Markdown below the front matter, unchanged.</summary>
    public string Body { get; init; } = "";
}

/// <summary>An article elsewhere about the same story.</summary>
public sealed record RelatedArticle
{
    public required string Title { get; init; }

    public string Excerpt { get; init; } = "";

    /// <summary>In UTC; null if the file doesn't say.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Null if the file gives no address; the item is then shown without a link.</summary>
    public Uri? Link { get; init; }

    public Uri? AmpWebUrl { get; init; }

    public Uri? CdnAmpWebUrl { get; init; }

    public string Type { get; init; } = "article";

    public Provider Provider { get; init; } = Provider.Unknown;

    public int? Quality { get; init; }

    public Image? Image { get; init; }
}

/// <summary>An article's image; sizes in pixels, null if the file doesn't say.</summary>
public sealed record Image(Uri Url, int? Width = null, int? Height = null);

/// <summary>The outlet that published an article.</summary>
/// <param name="Name">As readers know it; empty if unknown.</param>
/// <param name="Domain">Such as <c>harbourgazette.example</c>; empty if unknown.</param>
public sealed record Provider(string Name, string Domain, Uri? Icon = null)
{
    /// <summary>A domain in the form in which domains are compared: lower case, without <c>www.</c>, in ordinary letters.</summary>
    public static string DomainOf(string written)
    {
        var domain = HostForm.Plain(written).Trim().TrimEnd('.').ToLowerInvariant();
        return domain.StartsWith("www.", StringComparison.Ordinal) ? domain[4..] : domain;
    }

    public static Provider Unknown { get; } = new("", "");

    /// <summary>The name; without one the domain; empty without either.</summary>
    public string Label => Name.Length > 0 ? Name : Domain;
}

/// <summary>A subject that articles are filed under. Names with the same slug are the same topic.</summary>
/// <param name="Name">As its own file spells it, or else the first article that used it.</param>
/// <param name="Slug">Lower case letters, digits and symbols, words joined by hyphens: <c>power-grids</c>, <c>c#</c>.</param>
public sealed record Topic(long Id, string Name, string Slug)
{
    /// <summary>It is stored, so a change of its form needs an upgrade of what is stored.</summary>
    /// <returns>Empty for a name without a letter, digit, or symbol.</returns>
    public static string SlugOf(string name) => Articles.Slug.Of(name);
}
