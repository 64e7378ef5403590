using Microsoft.Data.Sqlite;
using News.Reading;
using News.Storage;

namespace News.Importing;

/// <summary>Files of an import that are written in one transaction.</summary>
sealed class ImportBatch : IAsyncDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly ContentWriter contents;
    readonly ArticleWriter articles;
    readonly ArticleIdentity identities;
    readonly ImportTally tally;
    readonly string now;

    ImportBatch(SqliteConnection connection, SqliteTransaction transaction, ImportTally tally, TimeProvider clock)
    {
        (this.connection, this.transaction, this.tally) = (connection, transaction, tally);
        now = UtcText.Of(clock.GetUtcNow());
        contents = new(connection);
        articles = new(connection, transaction);
        identities = new(connection);
    }

    public static ImportBatch Begin(SqliteConnection connection, ImportTally tally, TimeProvider clock) =>
        new(connection, connection.BeginWrite(), tally, clock);

    /// <summary>Stores what a file says now; a broken file leaves what it said before.</summary>
    public async Task SaveAsync(FileReading read)
    {
        var (file, isKnown, hash, reading) = (read.Noted, read.IsKnown, read.Hash, read.Reading);
        if (reading is null)
        {
            contents.SeeAgain(file);
            return;
        }

        tally.NoteRead(file.Path);
        if (reading.Article is not { } article || read.Keys is not { } keys)
        {
            contents.Save(file, isKnown, hash, reading.Problems);
            return;
        }

        var identity = identities.Of(article, keys.Links);
        if (identity.Holder is { } holder)
        {
            contents.Save(file, isKnown, hash, [.. reading.Problems, Repeats(file, reading.LinkPlace ?? new(1, 1), holder)], duplicateOf: holder.Id);
            if (identity.Own is { IsRemoved: false } own)
                await RemoveAsync(own);
            return;
        }

        contents.Save(file, isKnown, hash, reading.Problems);
        foreach (var other in identity.Yielding)
            tally.ReadAgain(other.Path);
        if ((identity.Own ?? identity.Moved) is not { Id: var id })
        {
            Note(articles.Add(article, keys, reading), before: null, article);
            return;
        }

        var before = await ArticleVersions.VersionAsync(connection, transaction, id);
        articles.Replace(id, before!, article, keys, reading);
        Note(id, before, article);
        contents.DuplicatesOf(id).ForEach(duplicate => tally.ReadAgain(duplicate.Path));
    }

    /// <summary>A file is gone, and with it what readers saw of it.</summary>
    public async Task RemoveAsync(ContentFile file)
    {
        contents.Remove(file.Path);
        if (await ArticleVersions.IdAtAsync(connection, transaction, file.Path) is { } id)
            await RemoveAsync(new StoredArticle(id, file.Path, IsRemoved: false));
    }

    /// <summary>The file as it was looked at; null where it is gone.</summary>
    public ContentFile? FileAt(string path) => contents.FileAt(path);

    public Task CommitAsync(CancellationToken ct)
    {
        articles.Finish();
        return transaction.CommitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        contents.Dispose();
        articles.Dispose();
        identities.Dispose();
        await transaction.DisposeAsync();
    }

    async Task RemoveAsync(StoredArticle stored)
    {
        var version = await ArticleVersions.VersionAsync(connection, transaction, stored.Id);
        articles.Remove(stored.Id, version!, now);
        contents.DuplicatesOf(stored.Id).ForEach(duplicate => tally.ReadAgain(duplicate.Path));
        if (version!.IsVisible)
            tally.Hid(stored.Id);
        tally.Note(stored.Id, stored.Path, version.IsVisible ? ArticleChangeKind.Withdrawn : ArticleChangeKind.Touched);
    }

    void Note(long id, ArticleVersion? before, Article now)
    {
        // What readers have never seen is noted when it becomes news, once the whole folder was read.
        var wasVisible = before is { IsVisible: true } || tally.HasHidden(id);
        if (now.Published && before is not { WasListed: true })
            return;
        tally.Note(id, now.Path, (wasVisible, now.Published) switch
        {
            (true, true) => SeenByReaders.IsSame(before!.Article, now) ? ArticleChangeKind.Touched : ArticleChangeKind.Edited,
            (true, false) => ArticleChangeKind.Withdrawn,
            (false, true) => ArticleChangeKind.Returned,
            (false, false) => ArticleChangeKind.Touched,
        });
    }

    static ContentProblem Repeats(ContentFile file, TextPlace link, StoredArticle holder) => new(
        file.Path, link.Line, link.Column,
        $"This is the article of {holder.Path}: they have the same link. Delete one of the two files; until then {holder.Path} is shown.",
        ContentSeverity.Warning);
}
