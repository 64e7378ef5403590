using Microsoft.Data.Sqlite;
using News.Reading;
using News.Storage;

namespace News.Importing;

/// <summary>The topics' and providers' own files. They refer to each other and are few: when one changes, all are read again.</summary>
sealed class Definitions
{
    readonly List<TopicDefinition> topics = [];
    readonly List<ProviderDefinition> providers = [];
    readonly List<(ContentFile File, IReadOnlyList<ContentProblem> Problems)> files = [];

    public static Definitions Read(ContentFolder folder, IReadOnlyList<ContentFile> files)
    {
        var definitions = new Definitions();
        foreach (var file in files)
            definitions.Add(file, folder);
        return definitions;
    }

    public void Save(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var contents = new ContentWriter(connection);
        foreach (var (file, problems) in files)
            contents.Save(file, isKnown: true, hash: 0, problems);
        new TopicWriter(connection, transaction).Replace(topics);
        new ProviderWriter(connection, transaction).Replace(providers);
    }

    void Add(ContentFile file, ContentFolder folder)
    {
        if (file.Kind is ContentKind.Topic)
        {
            var (topic, problems) = folder.ReadTopic(file.Path);
            files.Add((file, problems));
            if (topic is not null)
                topics.Add(topic);
        }
        else
        {
            var (provider, problems) = folder.ReadProvider(file.Path);
            files.Add((file, problems));
            if (provider is not null)
                providers.Add(provider);
        }
    }
}
