using Articles.Files;
using Bot.Posting;
using Desk.Importing;
using Desk.Outbox;

namespace Bot.Hosting;

/// <summary>Turns what an import found into alerts.</summary>
sealed class ContentAlerts(AlertStore alerts, ContentFolder folder, OutboxSignal outbox)
{
    const string Remedy =
        "Nothing was withdrawn: members still see the stories that were read last. Ask the bot's operator whether the disk is mounted.";

    IReadOnlyList<ContentProblem>? noted;

    /// <summary>The folder was read, and this is what stands.</summary>
    public async Task AfterAsync(ImportReport report, CancellationToken ct)
    {
        // Most imports find what the last one found.
        if (noted is not null && noted.SequenceEqual(report.Problems))
            return;
        if (await alerts.NoteAsync(report.Problems, ct))
            outbox.Set();
        noted = report.Problems;
    }

    /// <summary>The folder is missing or unexpectedly empty. What is posted and listed stays.</summary>
    public async Task AfterAsync(IOException failure, CancellationToken ct)
    {
        // A subfolder that disappears during the import is no reason to alarm anybody.
        if (failure is DirectoryNotFoundException && Directory.Exists(folder.Root))
            return;
        var what = failure is DirectoryNotFoundException ? "The folder is missing." : "The folder is unexpectedly empty.";
        noted = null;
        if (await alerts.NoteFolderAsync($"{what} {Remedy}", ct))
            outbox.Set();
    }
}
