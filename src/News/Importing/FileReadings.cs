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
}

/// <summary>
/// Article files on their way through two stages, in the plan's order: one thread fetches bytes, one parses.
/// More parsing threads would be slower, since YamlDotNet's share one pool.
/// </summary>
sealed class FileReadings(ContentFolder folder, IReadOnlyDictionary<string, KnownFile> known)
{
    const int FilesAhead = 256;
    const int BatchesAhead = 1;

    readonly record struct Fetched(ContentFile File, byte[]? Bytes, ContentProblem? Unreadable);

    /// <summary>Readings to be written together.</summary>
    /// <param name="size">How many make a batch.</param>
    public async IAsyncEnumerable<IReadOnlyList<FileReading>> BatchesAsync(IReadOnlyList<ContentFile> files, int size, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var fetched = Channel.CreateBounded<Fetched>(FilesAhead);
        var batches = Channel.CreateBounded<List<FileReading>>(BatchesAhead);
        var stages = Task.WhenAll(
            Task.Run(() => StageAsync(fetched.Writer, writer => FetchAsync(files, writer, stop.Token)), CancellationToken.None),
            Task.Run(() => StageAsync(batches.Writer, writer => ParseAsync(fetched.Reader, writer, size, stop.Token)), CancellationToken.None));
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(ct))
                yield return batch;
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

    async Task ParseAsync(ChannelReader<Fetched> reader, ChannelWriter<List<FileReading>> writer, int size, CancellationToken ct)
    {
        var batch = new List<FileReading>(size);
        await foreach (var fetched in reader.ReadAllAsync(ct))
        {
            batch.Add(Parse(fetched));
            if (batch.Count < size)
                continue;
            await writer.WriteAsync(batch, ct);
            batch = new(size);
        }

        if (batch.Count > 0)
            await writer.WriteAsync(batch, ct);
    }

    FileReading Parse(Fetched fetched)
    {
        var (file, bytes, unreadable) = fetched;
        var isKnown = known.TryGetValue(file.Path, out var before);
        if (bytes is null)
            return new(file, isKnown, Hash: 0, new(null, [unreadable!]), IsWhole: folder.Holds(file.Path));
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
