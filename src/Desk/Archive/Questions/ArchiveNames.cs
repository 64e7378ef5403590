using Articles;
using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>The names that a question may mean: topics, outlets and types of the articles that readers can see.</summary>
public sealed class ArchiveNames
{
    /// <summary>The type of articles whose files say none.</summary>
    internal const string Article = "article";

    readonly Dictionary<string, Topic> topics = [];
    readonly Dictionary<string, Outlet> outlets = [];
    readonly Dictionary<string, Outlet> relatedOutlets = [];
    readonly HashSet<string> types;

    internal ArchiveNames(
        IReadOnlyList<NamedTopic> topics,
        IReadOnlyList<Outlet> outlets,
        IEnumerable<string> types,
        string language = "en")
    {
        Topics = topics;
        Outlets = outlets;
        Language = language;
        this.types = [.. types.Select(FoldedText.Of)];
        foreach (var topic in topics)
        {
            foreach (var name in topic.Names)
                this.topics.TryAdd(Key(name), topic.Topic);
        }

        foreach (var outlet in outlets)
        {
            foreach (var name in NamesOf(outlet).Where(name => name.Length > 1))
                (outlet.IsOnlyRelated ? relatedOutlets : this.outlets).TryAdd(name, outlet);
        }

        LongestName = this.topics.Keys.Concat(this.outlets.Keys).Select(name => name.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Those with the most articles first.</summary>
    public IReadOnlyList<NamedTopic> Topics { get; }

    /// <summary>Those with the most articles first, then those of related coverage.</summary>
    public IReadOnlyList<Outlet> Outlets { get; }

    /// <summary>Of most articles: <c>en</c>, <c>de</c>, <c>fr</c>, <c>es</c> or <c>pt</c>.</summary>
    public string Language { get; }

    /// <summary>Folded; those whose files say none are first.</summary>
    public IReadOnlyList<string> KnownTypes => [Article, .. types.Order(StringComparer.Ordinal)];

    /// <summary>The type that this word names, also in the plural; null if no article has such a type.</summary>
    /// <param name="labels">What people call a type, besides its own name.</param>
    public string? TypeNamed(string word, Func<string, string> labels)
    {
        var wanted = FoldedText.Of(word).Trim();
        return wanted == Article ? Article : Type(wanted) ?? KnownTypes.FirstOrDefault(type => FoldedText.Of(labels(type)) == wanted);
    }

    /// <summary>Types that the text may mean, the likeliest first; with no text, all.</summary>
    /// <inheritdoc cref="TypeNamed"/>
    public IReadOnlyList<string> TypesLike(string typed, Func<string, string> labels, int most) =>
        NearNames.Of(typed, KnownTypes, type => [type, labels(type)], most);

    /// <summary>Topics that the text may mean, the likeliest first; with no text, those with the most articles.</summary>
    public IReadOnlyList<NamedTopic> TopicsLike(string typed, int most) => NearNames.Of(typed, Topics, topic => topic.Names, most);

    /// <inheritdoc cref="TopicsLike"/>
    public IReadOnlyList<Outlet> OutletsLike(string typed, int most) => NearNames.Of(typed, Outlets, CalledNames, most);

    /// <summary>The outlet of this name or domain, or the only one whose name has it in it.</summary>
    public Outlet? OutletNamed(string typed) => Outlet(typed) ?? NearNames.Only(typed, Outlets, CalledNames);

    /// <summary>In characters, without spaces.</summary>
    internal int LongestName { get; }

    /// <summary>Also in the singular or the plural: "portal" for "Portals".</summary>
    /// <param name="words">Folded, with or without spaces between them.</param>
    public Topic? Topic(string words)
    {
        var key = Key(words);
        return topics.GetValueOrDefault(key)
            ?? topics.GetValueOrDefault($"{key}s")
            ?? (key is [.. var one, 's'] ? topics.GetValueOrDefault(one) : null);
    }

    /// <summary>Whether the words name the topic by one of its keywords, and not by its name or short name.</summary>
    internal bool IsKeyword(Topic topic, IEnumerable<string> words)
    {
        var key = Key(string.Concat(words));
        var named = Topics.First(one => one.Topic.Id == topic.Id);
        return !((string?[])[topic.Name, named.ShortName]).OfType<string>().Select(Key)
            .Any(name => name == key || name == $"{key}s" || $"{name}s" == key);
    }

    /// <inheritdoc cref="Topic"/>
    public Outlet? Outlet(string words) => Publisher(words)
        ?? relatedOutlets.GetValueOrDefault(Key(words)) ?? relatedOutlets.GetValueOrDefault(Short(Key(words)));

    /// <summary>An outlet of articles: a question may name others as its subject.</summary>
    /// <inheritdoc cref="Topic"/>
    internal Outlet? Publisher(string words) => outlets.GetValueOrDefault(Key(words)) ?? outlets.GetValueOrDefault(Short(Key(words)));

    /// <summary>The type that a word names in the singular or the plural; null if no article has it.</summary>
    internal string? Type(string word) =>
        types.Contains(word) ? word : word is [.. var singular, 's'] && types.Contains(singular) ? singular : null;

    /// <summary>People write "powerapps" and "power apps", "the verge" and "theverge.com".</summary>
    static string Key(string name) =>
        string.Concat(FoldedText.Of(name).Where(character => char.IsLetterOrDigit(character) || character is '+' or '#'));

    static IEnumerable<string> CalledNames(Outlet outlet) => outlet.Domain.Length > 0 ? [outlet.Name, outlet.Domain] : [outlet.Name];

    static IEnumerable<string> NamesOf(Outlet outlet)
    {
        yield return Key(outlet.Name);
        yield return Short(Key(outlet.Name));
        yield return Key(outlet.Domain);
        if (outlet.Domain.LastIndexOf('.') is > 0 and var dot)
            yield return Key(outlet.Domain[..dot]);
    }

    static string Short(string key) => key.StartsWith("the", StringComparison.Ordinal) ? key[3..] : key;
}

/// <summary>A topic with everything that it is called.</summary>
/// <param name="ShortName">Null if it has none.</param>
/// <param name="Articles">How many readers can see.</param>
public sealed record NamedTopic(Topic Topic, string? ShortName, IReadOnlyList<string> Keywords, long? ParentId, int Articles)
{
    public IEnumerable<string> Names => ShortName is null ? [Topic.Name, .. Keywords] : [Topic.Name, ShortName, .. Keywords];
}
