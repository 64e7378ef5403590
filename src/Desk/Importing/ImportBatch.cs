using Articles;
using Articles.Files;
using Articles.Stories;
using Desk.Archive;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Files of an import that are written in one transaction.</summary>
sealed class ImportBatch : IDisposable
{
    readonly DatabaseSession session;
    readonly ContentWriter contents;
    readonly ArticleWriter articles;
    readonly ArticleIdentity identities;
    readonly ImportTally tally;
    readonly Absences absences;

    ImportBatch(DatabaseSession session, ImportTally tally, Absences absences, TimeProvider clock)
    {
        (this.session, this.tally, this.absences) = (session, tally, absences);
        contents = new(session);
        articles = new(session, clock.GetUtcNow());
        identities = new(session, absences);
    }

    /// <param name="absences">Missing files, whose articles may turn up in others.</param>
    public static ImportBatch Begin(DatabaseSession session, ImportTally tally, Absences absences, TimeProvider clock) =>
        new(session, tally, absences, clock);

    /// <summary>Stores what a file says now; for a broken file, the earlier version stays.</summary>
    public async Task SaveAsync(FileReading read)
    {
        var (file, isKnown, hash, reading) = (read.Noted, read.IsKnown, read.Hash, read.Reading);
        if (reading is null)
        {
            contents.SeeAgain(file);
            return;
        }

        tally.NoteRead(file.Path);
        if (reading.Article is not { } article || read.Clues is not { } clues)
        {
            contents.Save(file, isKnown, hash, reading.Problems);
            return;
        }

        var identity = identities.Of(article, clues.Links);
        if (identity.Holder is { } holder)
        {
            var repeats = Repeats(file, reading.LinkPlace ?? new(1, 1), holder);
            contents.Save(file, isKnown, hash, [.. reading.Problems, repeats], duplicateOf: holder.Id);
            if (identity.Own is { IsRemoved: false } own)
                await RemoveAsync(own);
            return;
        }

        var shared = identity.Sharing.Where(other => identity.Own is not { } mine || other.Id < mine.Id).Take(1)
            .Select(other => Shares(file, reading.LinkPlace ?? new(1, 1), other));
        contents.Save(file, isKnown, hash, [.. reading.Problems, .. shared]);
        // So that the file is read if it comes back.
        if (identity.Moved is { } moved && absences.Include(moved.Path))
            contents.Remove(moved.Path);
        foreach (var other in identity.Yielding)
            tally.ReadAgain(other.Path);
        if ((identity.Own ?? identity.Moved) is not { Id: var id })
        {
            Note(articles.Add(article, clues, reading), before: null, article);
            return;
        }

        var before = await ArticleVersions.VersionAsync(session, id);
        articles.Replace(id, before!, article, clues, reading);
        Note(id, before, article);
        if (Byline.Of(before!.Article) != Byline.Of(article) || !clues.Links.SequenceEqual(StoryClues.Of(before.Article).Links))
            ReadSharing(article, [.. identity.Sharing, .. identities.WithLinkOf(before.Article)]);
        contents.DuplicatesOf(id).ForEach(duplicate => tally.ReadAgain(duplicate.Path));
    }

    /// <summary>Hides the article of a deleted file.</summary>
    public async Task RemoveAsync(ContentFile file)
    {
        contents.Remove(file.Path);
        if (await ArticleVersions.IdAtAsync(session, file.Path) is { } id)
            await RemoveAsync(new StoredArticle(id, file.Path, IsRemoved: false));
    }

    /// <summary>The file as it was when it was read; null if it was deleted.</summary>
    public ContentFile? FileAt(string path) => contents.FileAt(path);

    /// <summary>Writes what was collected, before the transaction is committed.</summary>
    public void Finish() => articles.Finish();

    public void Dispose()
    {
        contents.Dispose();
        articles.Dispose();
        identities.Dispose();
    }

    async Task RemoveAsync(StoredArticle stored)
    {
        var version = await ArticleVersions.VersionAsync(session, stored.Id);
        articles.Remove(stored.Id, version!);
        contents.DuplicatesOf(stored.Id).ForEach(duplicate => tally.ReadAgain(duplicate.Path));
        ReadSharing(version!.Article, identities.WithLinkOf(version.Article));
        if (version.IsVisible)
            tally.Hid(stored.Id);
        tally.Note(stored.Id, stored.Path, version.IsVisible ? ArticleChangeKind.Withdrawn : ArticleChangeKind.Touched);
    }

    /// <summary>What a file is warned of can change with the articles that have its link.</summary>
    void ReadSharing(Article article, IEnumerable<StoredArticle> others)
    {
        foreach (var other in others.Where(other => !other.IsRemoved && other.Path != article.Path))
            tally.ReadAgain(other.Path);
    }

    void Note(long id, ArticleVersion? before, Article now)
    {
        // A new article is noted later, when it becomes news: after the whole folder was read.
        var wasVisible = before is { IsVisible: true } || tally.HasHidden(id);
        if (now.Published && before is not { WasListed: true })
            return;
        tally.Note(id, now.Path, (wasVisible, now.Published) switch
        {
            (true, true) => VisibleChanges.IsSame(before!.Article, now) ? ArticleChangeKind.Touched : ArticleChangeKind.Edited,
            (true, false) => ArticleChangeKind.Withdrawn,
            (false, true) => ArticleChangeKind.Returned,
            (false, false) => ArticleChangeKind.Touched,
        });
    }

    static ContentProblem Shares(ContentFile file, TextPlace link, StoredArticle other) => new(
        file.Path, link.Line, link.Column,
        $"{other.Path} has the same link, but another outlet, so both are shown. If the link is wrong in one of them, correct it.",
        ContentSeverity.Warning);

    static ContentProblem Repeats(ContentFile file, TextPlace link, StoredArticle holder) => new(
        file.Path, link.Line, link.Column,
        $"This is the same article as {holder.Path}: they have the same link. Delete one of the two files; until then, "
            + $"{holder.Path} is shown.",
        ContentSeverity.Warning);
}
