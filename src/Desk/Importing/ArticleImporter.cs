using Articles.Files;
using Articles.Stories;
using Desk.Archive;
using Desk.Database;
using Desk.Outbox;

namespace Desk.Importing;

/// <summary>
/// Imports the content folder into the database. Articles are written in batches, one transaction each. The last transaction makes them
/// visible, and then it is decided which channels get them. After a crash in between, the next import continues.
/// </summary>
public sealed class ArticleImporter(DeskDatabase database, ContentFolder folder, TimeProvider clock)
{
    readonly StoryDecider decider = new(database, clock);
    readonly MissingFiles missing = new(clock);

    /// <summary>
    /// Whether something was written since the last import that was recorded: readers keep what they have read until the next one is.
    /// </summary>
    bool isUnrecorded;

    /// <summary>All current problems, as the last import found them.</summary>
    IReadOnlyList<ContentProblem>? problems;

    /// <summary>The path of an article that counts as published even if it is held back, to show what its post would be.</summary>
    public string? Previewed { get; init; }

    internal int FilesPerBatch { get; init; } = 5000;

    /// <summary>
    /// How long a file must be missing until its article is withdrawn. With zero, that is at once, unless too many are missing.
    /// </summary>
    public TimeSpan ConfirmAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>With this many files, setting the connection up for bulk writes pays off.</summary>
    const int ManyFiles = 1000;

    /// <param name="patience">A broken file that was written this recently may be incomplete, and is left for the next import.</param>
    /// <param name="progress">Receives the number of files that were read so far.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ContentFolderEmptiedException">The folder contained articles before, and is empty now.</exception>
    public async Task<ImportReport> ImportAsync(TimeSpan patience, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var (at, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        var looking = Task.Run(folder.Look, ct);
        var known = await database.ReadAsync(ContentStore.FilesAsync, ct);
        // A folder on a network may not answer for minutes.
        var listing = await looking.WaitAsync(ct);
        var files = listing.Files;
        if (files.Count == 0 && known.Count > 0 && folder.IsEmpty)
            throw new ContentFolderEmptiedException(folder.Root, known.Count);

        var tally = new ImportTally();
        var plan = ImportPlan.Between(listing, known, missing, ConfirmAfter);
        using var span = plan.IsEmpty ? null : ImportTraces.Import(plan.Changed.Count, clock.GetElapsedTime(started));
        if (!plan.IsEmpty)
        {
            (problems, isUnrecorded) = (null, true);
            await using var writer = await database.BeginWritesAsync(isBulk: plan.Changed.Count >= ManyFiles, ct);
            var batches = new BatchWriter(writer, tally, plan.Absences, clock);
            await ReplaceDefinitionsAsync(writer, batches, plan, ct);
            var keywords = await database.ReadAsync(KeywordTopics.ReadAsync, ct);
            var isSmall = plan.Changed.Count <= ImportTraces.MostFiles;
            var readings = new FileReadings(folder, known, keywords, at) { Previewed = Previewed, Patience = patience, IsTraced = isSmall };
            var looked = new LookedAt(progress, files.Count);
            looked.Add(files.Count - plan.Changed.Count);
            await batches.WriteAsync(plan.Changed.Chunk(FilesPerBatch), readings, looked, ct);
            await batches.WriteAgainAsync(readings, ct);
        }

        var isNoted = await NoteAsync(listing, plan, ct);
        var (listed, stories) = await NewsAsync(ct);
        var decisions = await decider.DecideAsync(ct);
        foreach (var news in listed)
            tally.Note(news.ArticleId, news.Path, news.Kind);
        // There may be very many, and most imports find what the last one found.
        if (problems is null || isNoted)
            problems = await database.ReadAsync(ContentStore.ProblemsAsync, ct);
        var articles = files.Count(file => file.Kind is ContentKind.Article);
        progress?.Report(new(files.Count, files.Count));
        var report = new ImportReport
        {
            At = at,
            Took = clock.GetElapsedTime(started),
            Files = articles,
            Unchanged = articles - tally.Read - tally.Unfinished,
            Broken = problems.Where(problem => problem.Severity is ContentSeverity.Error).DistinctBy(problem => problem.Path).Count(),
            Duplicates = await database.ReadAsync(ContentStore.DuplicatesAsync, ct),
            Unfinished = tally.Unfinished,
            Waiting = plan.Absences.Waiting.Count,
            Held = plan.Absences.Held.Count,
            Changes = [.. tally.Changes],
            Stories = stories,
            HaveDefinitionsChanged = plan.HaveDefinitionsChanged,
            Decisions = decisions,
            Problems = problems,
        };
        if (isUnrecorded)
            await database.WriteAsync(session => ImportStore.SaveAsync(session, report), ct);
        isUnrecorded = false;
        return report;
    }

    /// <summary>Deleted files come first, so that a renamed file finds its article free; then what articles refer to.</summary>
    async Task ReplaceDefinitionsAsync(SeriesWriter writer, BatchWriter batches, ImportPlan plan, CancellationToken ct)
    {
        if (plan.Absences.Gone.Count > 0)
        {
            await batches.SaveAsync(
                async batch =>
                {
                    foreach (var file in plan.Absences.Gone)
                        await batch.RemoveAsync(file);
                },
                ct);
        }

        if (!plan.HaveDefinitionsChanged && !await database.ReadAsync(TopicSlugs.AreOldAsync, ct))
            return;
        await writer.WriteAsync(
            async session =>
            {
                var before = await DefinedNames.ReadAsync(session);
                var definitions = Definitions.Read(folder, plan.Definitions);
                await TopicSlugs.RenewAsync(session, definitions.TopicNames);
                if (!plan.HaveDefinitionsChanged)
                    return true;
                definitions.Save(session);
                var now = clock.GetUtcNow();
                await KeywordFiling.RenewAsync(session, now);
                await DeliveryPlanner.RenameAsync(session, before, now);
                return true;
            },
            ct);
    }

    /// <summary>Records what is missing or can't be listed, if that changed.</summary>
    /// <returns>Whether anything did.</returns>
    async Task<bool> NoteAsync(ContentListing listing, ImportPlan plan, CancellationToken ct)
    {
        var unreadable = listing.Unreadable.OrderBy(problem => problem.Path, StringComparer.Ordinal).ToList();
        var noted = await database.ReadAsync(ContentStore.UnreadableAsync, ct);
        if (plan.Holds.Count == 0 && unreadable.SequenceEqual(noted.OrderBy(problem => problem.Path, StringComparer.Ordinal)))
            return false;
        await database.WriteAsync(
            async session =>
            {
                await ContentStore.HoldAsync(session, plan.Holds);
                await ContentStore.ReplaceUnreadableAsync(session, unreadable);
            },
            ct);
        return true;
    }

    /// <summary>Makes new articles visible, and says how stories changed.</summary>
    async Task<(IReadOnlyList<ArticleChange> Listed, StoryChanges Stories)> NewsAsync(CancellationToken ct)
    {
        // Most imports find no changes, and should not take the write lock.
        var isNews = await database.ReadAsync(
            async session => await DeliveryPlanner.IsThereAsync(session)
                || await StoryGrouping.HasChangesAsync(session)
                || await FutureTimes.AreThereAsync(session, clock.GetUtcNow()),
            ct);
        isUnrecorded |= isNews;
        if (!isNews)
            return ([], StoryChanges.None);
        using var span = ImportTraces.GroupStories();
        return await database.WriteAsync(PlanAsync, ct);
    }

    /// <summary>Groups stories first, because channels get stories, not articles.</summary>
    async Task<(IReadOnlyList<ArticleChange> Listed, StoryChanges Stories)> PlanAsync(DatabaseSession session)
    {
        if (await FutureTimes.AreThereAsync(session, clock.GetUtcNow()))
            await FutureTimes.CorrectAsync(session, clock.GetUtcNow());
        var stories = await StoryGrouping.RegroupAsync(session);
        return (await DeliveryPlanner.PlanAsync(session, stories, clock.GetUtcNow()), stories);
    }
}
