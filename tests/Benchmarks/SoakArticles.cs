using System.Globalization;

namespace Benchmarks;

/// <summary>The files of a soak, and what cards must say of them at the end.</summary>
sealed class SoakArticles(ReplayDesk desk, Random random)
{
    /// <summary>So many of the newest articles change.</summary>
    const int Changing = 200;

    readonly List<SoakArticle> articles = [];
    readonly Lock gate = new();

    public int Changes { get; private set; }

    public IReadOnlyList<SoakArticle> All
    {
        get
        {
            lock (gate)
                return [.. articles];
        }
    }

    public void Add()
    {
        lock (gate)
        {
            var article = new SoakArticle(articles.Count + 1);
            articles.Add(article);
            Write(article);
        }
    }

    public void Change()
    {
        lock (gate)
        {
            if (articles.Count == 0)
                return;
            Changes++;
            var article = articles[random.Next(Math.Max(0, articles.Count - Changing), articles.Count)];
            if (article.State is not SoakFileState.Whole)
                Mend(article);
            else
                Change(article);
        }
    }

    /// <summary>Brings back and mends all files.</summary>
    public void MendAll()
    {
        lock (gate)
            articles.FindAll(article => article.State is not SoakFileState.Whole).ForEach(Mend);
    }

    void Change(SoakArticle article)
    {
        var path = Path.Combine(desk.Content, article.File);
        switch (random.Next(8))
        {
            case 0:
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
                break;
            case 1:
                var before = path;
                article.Renamed++;
                File.Move(before, Path.Combine(desk.Content, article.File));
                break;
            case 2:
                desk.Write(article.File, "---\ntitle: \"Half a sto");
                article.State = SoakFileState.Broken;
                break;
            case 3:
                File.Delete(path);
                article.State = SoakFileState.Deleted;
                break;
            default:
                article.Version++;
                Write(article);
                break;
        }
    }

    void Mend(SoakArticle article)
    {
        article.State = SoakFileState.Whole;
        Write(article);
    }

    void Write(SoakArticle article) => desk.Write(article.File, string.Create(CultureInfo.InvariantCulture, $$"""
        ---
        title: "{{article.Title}}"
        excerpt: "{{article.Excerpt}}"
        publishedDateTime: {{article.PublishedAt:yyyy-MM-ddTHH:mm:ssZ}}
        webUrl: https://gazette.example/{{article.Number}}
        provider: {name: Harbour Gazette, domain: gazette.example}
        topics: [Harbour]
        related:
          - {title: Another report, webUrl: "https://post.example/{{article.Number}}", provider: {name: Tidal Post, domain: post.example} }
        ---
        """));
}

enum SoakFileState
{
    Whole,
    Broken,
    Deleted,
}

/// <summary>One article of a soak.</summary>
sealed class SoakArticle(int number)
{
    public int Number => number;

    public DateTime PublishedAt { get; } = DateTime.UtcNow;

    public int Version { get; set; } = 1;

    /// <summary>How often its file got another name.</summary>
    public int Renamed { get; set; }

    public SoakFileState State { get; set; }

    public string File => $"{number:00000}-{Renamed}.md";

    public string Title => $"Story {number} of the coast";

    /// <summary>What its card shows.</summary>
    public string Excerpt => $"This is version {Version} of story {number}.";
}
