using System.Globalization;
using LocalDiscord.State;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>The files of messages: in memory, or in a folder beside the state file.</summary>
sealed class AttachmentStore(string? stateFile)
{
    /// <summary>Files are served at <c>/attachments/{channel}/{id}/{name}</c>.</summary>
    public const string Path = "/attachments";

    const string Unknown = "application/octet-stream";

    static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".json"] = "application/json",
        [".pdf"] = "application/pdf",
        [".mp4"] = "video/mp4",
    };

    readonly string? folder = stateFile is null ? null : System.IO.Path.GetFullPath(stateFile) + ".files";
    readonly Dictionary<ulong, byte[]> inMemory = [];

    /// <summary>Decided by the file name alone, so that no upload can pass itself off as a web page.</summary>
    public static string ContentType(string name) => ContentTypes.GetValueOrDefault(System.IO.Path.GetExtension(name), Unknown);

    public static bool IsPicture(string name) => ContentType(name).StartsWith("image/", StringComparison.Ordinal);

    /// <summary>A file's id; null for what isn't the address of one, wherever this server listened when it was sent.</summary>
    public static string? IdIn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IsLoopback
        && address.Segments is ["/", "attachments/", _, var id, _]
            ? id.TrimEnd('/')
            : null;

    public void Put(string id, byte[] bytes)
    {
        var key = Snowflakes.Parse(id);
        if (folder is null)
        {
            inMemory[key] = bytes;
            return;
        }

        Directory.CreateDirectory(folder);
        using var file = PrivateFile.Open(FileOf(key), FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(bytes);
    }

    public byte[]? Find(string id)
    {
        if (!Snowflakes.TryParse(id, out var key))
            return null;
        if (folder is null)
            return inMemory.GetValueOrDefault(key);
        return File.Exists(FileOf(key)) ? File.ReadAllBytes(FileOf(key)) : null;
    }

    string FileOf(ulong key) => System.IO.Path.Combine(folder!, key.ToString(CultureInfo.InvariantCulture));
}
