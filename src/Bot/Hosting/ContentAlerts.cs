using Bot.Posting;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Bot.Hosting;

/// <summary>Hands what a look at the content folder found to those who are told about it.</summary>
sealed class ContentAlerts(AlertStore alerts, ContentFolder folder, OutboxSignal outbox)
{
    IReadOnlyList<ContentProblem>? noted;

    /// <summary>The folder was read, and this is what stands.</summary>
    public async Task AfterAsync(ImportReport report, CancellationToken ct)
    {
        // Most looks find what the last one found.
        if (noted is not null && noted.SequenceEqual(report.Problems))
            return;
        if (await alerts.NoteAsync(report.Problems, ct))
            outbox.Set();
        noted = report.Problems;
    }

    /// <summary>The folder is not there, or empty all at once. What is posted and listed stays.</summary>
    public async Task AfterAsync(IOException failure, CancellationToken ct)
    {
        // A folder below it that goes while it is looked into is no reason to alarm anybody.
        if (failure is DirectoryNotFoundException && Directory.Exists(folder.Root))
            return;
        var what = failure is DirectoryNotFoundException ? "It is not there." : "It is empty all at once.";
        noted = null;
        if (await alerts.NoteFolderAsync($"{what} Nothing is withdrawn: members still see what was read last. Whoever runs the bot can look whether its disk is mounted.", ct))
            outbox.Set();
    }
}
