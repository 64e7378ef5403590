using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Articles.Files;
using Dapper;
using Desk.Channels;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Files that disappeared from one folder at once, so many that their articles stay until somebody confirms.</summary>
/// <param name="Folder">Below the content folder, which itself is <c>.</c></param>
public sealed record HeldFiles(string Folder, IReadOnlyList<string> Paths)
{
    public ContentProblem Problem => new(
        Folder, 1, 1,
        $"{Paths.Count} files are missing, since more than half of this folder disappeared at once. Their stories stay. Put the files "
        + "back. If they are meant to be gone, press Withdraw under the alert, or run the bot with missing --withdraw.");

    /// <summary>
    /// Names exactly these files, for a button: a press never confirms what its message didn't say, even after a backup was restored.
    /// </summary>
    public long Token => BinaryPrimitives.ReadInt64LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', [Folder, .. Paths]))));
}

/// <summary>The files whose disappearance somebody must confirm.</summary>
public sealed class HeldFilesStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>By folder; none while all is well.</summary>
    public Task<IReadOnlyList<HeldFiles>> AllAsync(CancellationToken ct) => database.ReadAsync(ContentStore.HeldAsync, ct);

    /// <summary>Has the next import withdraw the articles of these files, unless they are back by then.</summary>
    /// <returns>How many files; 0 if others are held by now.</returns>
    /// <param name="by">For the change log; null if an operator confirms.</param>
    public Task<int> ConfirmAsync(long token, Confirmation? by, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var held = (await ContentStore.HeldAsync(session)).FirstOrDefault(folder => folder.Token == token);
            if (held is null)
                return 0;
            if (by is not null)
            {
                var what = $"withdrew the stories of {held.Paths.Count} missing files";
                await SubscriptionLog.NoteAsync(session, by.Guild, by.Channel, by.User, [what], clock.GetUtcNow());
            }

            return await session.ExecuteAsync(
                "update files set is_confirmed = 1 where missing_from = @Folder",
                new { held.Folder });
        },
        ct);
}

/// <summary>Who confirmed that files are meant to be gone, below the alert in which channel.</summary>
public sealed record Confirmation(string Guild, string Channel, string? User);
