using Articles;
using Articles.Files;
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
