using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using News.Reading;

namespace News.Importing;

/// <summary>An article file that was looked into.</summary>
/// <param name="Hash">The beginning of its bytes' SHA-256.</param>
/// <param name="IsKnown">Whether it was looked into before.</param>
/// <param name="Reading">Null where the bytes are those of the last look.</param>
/// <param name="IsWhole">False where the file changed or went while it was looked at.</param>
readonly record struct FileReading(ContentFile File, bool IsKnown, long Hash, ArticleReading? Reading, bool IsWhole)
{
    public bool IsBroken => Reading is { Article: null };

    /// <summary>The file as it is remembered: one that can't be opened is tried again at each look, since that may change and the file not.</summary>
    public ContentFile Noted => Hash == Unreadable ? File with { ModifiedTicks = 0 } : File;

    /// <summary>The hash of a file that can't be opened.</summary>
    public const long Unreadable = 0;
}

/// <summary>
/// Article files on their way through two stages, in the plan's order: one thread fetches bytes, one parses. Few are on their
/// way at a time, so that what is read and written is garbage while it is young.
/// </summary>
sealed class FileReadings(ContentFolder folder, IReadOnlyDictionary<string, KnownFile> known)
{
    const int FilesAhead = 64;

    readonly record struct Fetched(ContentFile File, byte[]? Bytes, ContentProblem? Unreadable);

    public async IAsyncEnumerable<FileReading> AllAsync(IReadOnlyList<ContentFile> files, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var fetched = Channel.CreateBounded<Fetched>(FilesAhead);
        var readings = Channel.CreateBounded<FileReading>(FilesAhead);
        var stages = Task.WhenAll(
            Task.Run(() => StageAsync(fetched.Writer, writer => FetchAsync(files, writer, stop.Token)), CancellationToken.None),
            Task.Run(() => StageAsync(readings.Writer, writer => ParseAsync(fetched.Reader, writer, stop.Token)), CancellationToken.None));
        try
        {
            await foreach (var reading in readings.Reader.ReadAllAsync(ct))
                yield return reading;
        }
        finally
        {
            await stop.CancelAsync();
            await stages;
        }
    }

    /// <summary>A stage's failure reaches the next through the channel between them.</summary>
    static async Task StageAsync<T>(ChannelWriter<T> writer, Func<ChannelWriter<T>, Task> work)
    {
        try
        {
            await work(writer);
            writer.Complete();
        }
        catch (Exception failure)
        {
            writer.Complete(failure);
        }
    }

    async Task FetchAsync(IReadOnlyList<ContentFile> files, ChannelWriter<Fetched> writer, CancellationToken ct)
    {
        foreach (var file in files)
            await writer.WriteAsync(new(file, folder.Fetch(file.Path, out var unreadable), unreadable), ct);
    }

    async Task ParseAsync(ChannelReader<Fetched> reader, ChannelWriter<FileReading> writer, CancellationToken ct)
    {
        await foreach (var fetched in reader.ReadAllAsync(ct))
            await writer.WriteAsync(Parse(fetched), ct);
    }

    FileReading Parse(Fetched fetched)
    {
        var (file, bytes, unreadable) = fetched;
        var isKnown = known.TryGetValue(file.Path, out var before);
        if (bytes is null)
            return new(file, isKnown, FileReading.Unreadable, isKnown && before.Hash == FileReading.Unreadable ? null : new(null, [unreadable!]), folder.Holds(file.Path));
        var hash = HashOf(bytes);
        var reading = isKnown && before.Hash == hash ? null : folder.Read(file.Path, bytes);
        return new(file, isKnown, hash, reading, bytes.Length == Math.Min(file.Size, ContentLimits.FileBytes + 1));
    }

    static long HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
