using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Articles.Files;

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
