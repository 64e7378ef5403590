using Articles;
using Articles.Files;
using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>The topics' and providers' own files. They refer to each other and are few, so all are read again when one changes.</summary>
sealed class Definitions
{
    readonly Dictionary<string, string> describedBy = [];
    readonly List<TopicDefinition> topics = [];
    readonly List<ProviderDefinition> providers = [];
    readonly List<(ContentFile File, IReadOnlyList<ContentProblem> Problems)> files = [];

    public IEnumerable<string> TopicNames => topics.Select(topic => topic.Name);

    public static Definitions Read(ContentFolder folder, IReadOnlyList<ContentFile> files)
    {
        var definitions = new Definitions();
        foreach (var file in files)
            definitions.Add(file, folder);
        return definitions;
    }

    public void Save(DatabaseSession session)
    {
        using var contents = new ContentWriter(session);
        foreach (var (file, problems) in files)
            contents.Save(file, isKnown: true, hash: 0, problems);
        new TopicWriter(session).Replace(topics);
        new ProviderWriter(session).Replace(providers);
    }

    /// <summary>Whatever is wrong with a file is its own problem.</summary>
    void Add(ContentFile file, ContentFolder folder)
    {
        try
        {
            files.Add((file, file.Kind is ContentKind.Topic ? ReadTopic(file, folder) : ReadProvider(file, folder)));
        }
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException)
        {
            files.Add((file, FileReading.Failed(file, unforeseen).Problems));
        }
    }

    IReadOnlyList<ContentProblem> ReadTopic(ContentFile file, ContentFolder folder)
    {
        var (topic, problems) = folder.ReadTopic(file.Path);
        if (topic is not null && Adds(file, $"topic {Topic.SlugOf(topic.Name)}", ref problems))
            topics.Add(topic);
        return problems;
    }

    IReadOnlyList<ContentProblem> ReadProvider(ContentFile file, ContentFolder folder)
    {
        var (provider, problems) = folder.ReadProvider(file.Path);
        if (provider is not null && Adds(file, $"outlet {provider.Domain}", ref problems))
            providers.Add(provider);
        return problems;
    }

    /// <summary>Whether no earlier file describes the same topic or outlet; if one does, that is a warning.</summary>
    bool Adds(ContentFile file, string what, ref IReadOnlyList<ContentProblem> problems)
    {
        if (describedBy.TryAdd(what, file.Path))
            return true;
        var kind = what[..what.IndexOf(' ')];
        var message = $"{describedBy[what]} describes the same {kind}, so this file is ignored. Rename one, or delete it.";
        problems = [.. problems, new(file.Path, 1, 1, message, ContentSeverity.Warning)];
        return false;
    }
}

/// <summary>Writes the topics' own files to the database, within a transaction.</summary>
sealed class TopicWriter(DatabaseSession session)
{
    /// <summary>
    /// Files articles under the topics above their own. Cycles of parents do no harm: the recursion keeps
    /// each pair once.
    /// </summary>
    const string Inherit = """
        with recursive above (topic_id, ancestor_id) as (
            select id, parent_id
            from topics
            where parent_id is not null
            union
            select above.topic_id, t.parent_id
            from above
            join topics t on t.id = above.ancestor_id
            where t.parent_id is not null)
        insert into article_topics (topic_id, published_at, article_id, position, is_inherited, is_inferred)
        select above.ancestor_id, x.published_at, x.article_id, 0, 1, x.is_inferred
        from article_topics x
        join above on above.topic_id = x.topic_id
        where x.is_inherited = 0
        on conflict do nothing
        """;

    public void Replace(IReadOnlyList<TopicDefinition> definitions)
    {
        session.Execute("update topics set shortname = null, parent_id = null, is_defined = 0");
        session.Execute("delete from topic_keywords");
        session.Execute("delete from topic_hashtags");
        using var topics = new TopicIndex(session);
        using var define = session.Prepare(
            """
            update topics
            set name = @name, shortname = @shortname, parent_id = @parent_id, is_defined = 1
            where id = @id
            """);
        using var addKeyword = session.Prepare(
            """
            insert into topic_keywords (topic_id, position, keyword)
            values (@topic_id, @position, @keyword)
            """);
        using var addHashtag = session.Prepare(
            """
            insert into topic_hashtags (topic_id, position, hashtag)
            values (@topic_id, @position, @hashtag)
            """);
        foreach (var topic in definitions.DistinctBy(topic => Topic.SlugOf(topic.Name)))
        {
            var id = topics.IdOf(topic.Name);
            long? parent = topic.Parent is null ? null : topics.IdOf(topic.Parent);
            define.Run(("@name", topic.Name), ("@shortname", topic.ShortName), ("@parent_id", parent), ("@id", id));
            foreach (var (position, keyword) in topic.Keywords.Index())
                addKeyword.Run(("@topic_id", id), ("@position", position), ("@keyword", keyword));
            foreach (var (position, hashtag) in topic.Hashtags.Index())
                addHashtag.Run(("@topic_id", id), ("@position", position), ("@hashtag", hashtag));
        }

        session.Execute("delete from article_topics where is_inherited = 1");
        session.Execute(Inherit);
    }
}

/// <summary>Writes the providers' own files to the database, within a transaction.</summary>
sealed class ProviderWriter(DatabaseSession session)
{
    public void Replace(IReadOnlyList<ProviderDefinition> definitions)
    {
        session.Execute("delete from providers");
        using var define = session.Prepare(
            """
            insert into providers (domain, name, icon)
            values (@domain, @name, @icon)
            on conflict (domain) do nothing
            """);
        foreach (var provider in definitions)
            define.Run(("@domain", provider.Domain), ("@name", provider.Name), ("@icon", provider.Icon?.AbsoluteUri));
    }
}
