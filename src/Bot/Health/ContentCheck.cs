using Articles.Files;
using Desk.Archive;
using Desk.Database;

namespace Bot.Health;

/// <summary>Whether the content folder can be read, and isn't empty all of a sudden.</summary>
sealed class ContentCheck(ContentFolder folder, ArticleStore articles) : IHealthCheck
{
    const string Mounted = "Look whether the disk is mounted, or set Content:Folder. Stories that were read stay.";

    public string Name => "content";

    public async Task<HealthProblem?> FindAsync(CancellationToken ct)
    {
        try
        {
            // A disk that doesn't answer blocks the thread that asks.
            var isEmpty = await Task.Run(() => folder.IsEmpty, ct);
            return isEmpty && await articles.CountAsync(ct) > 0
                ? new($"The content folder {folder.Root} is unexpectedly empty.", Mounted)
                : null;
        }
        catch (DirectoryNotFoundException)
        {
            return new($"The content folder {folder.Root} is missing.", Mounted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new($"The content folder {folder.Root} can't be read: {failure.Message}", "Let the bot's user read it.");
        }
        catch (DatabaseException failure)
        {
            return new("The database can't be read.", failure.Message);
        }
    }
}
