using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using News.Reading;

namespace News.Importing;

/// <summary>An article file that was looked into.</summary>
/// <param name="Hash">The beginning of its bytes' SHA-256.</param>
/// <param name="IsKnown">Whether it was looked into before.</param>
/// <param name="Reading">Null where the bytes are those of the last look.</param>
/// <param name="Keys">The article's; null where there is none.</param>
/// <param name="IsWhole">False where the file changed or went while it was looked at.</param>
readonly record struct FileReading(ContentFile File, bool IsKnown, long Hash, ArticleReading? Reading, ArticleKeys? Keys, bool IsWhole)
{
    public bool IsBroken => Reading is { Article: null };

    /// <summary>The file as it is remembered: one that can't be opened is tried again at each look, since that may change and the file not.</summary>
    public ContentFile Noted => Hash == Unreadable ? File with { ModifiedTicks = 0 } : File;

    /// <summary>The hash of a file that can't be opened.</summary>
    public const long Unreadable = 0;
}

/// <summary>
/// Article files that are read ahead, several at once, while others are written; they come in the plan's order. They are read by the
/// handful, so that threads rarely meet, and few at a time, so that what was read and written is garbage while it is young.
/// </summary>
sealed class FileReadings(ContentFolder folder, IReadOnlyDictionary<string, KnownFile> known, KeywordTopics keywords)
{
    const int Handful = 64;
    const int HandfulsAhead = 4;

    public async IAsyncEnumerable<FileReading> AllAsync(IReadOnlyList<ContentFile> files, [EnumeratorCancellation] CancellationToken ct)
    {
        var ahead = new Queue<Task<FileReading[]>>(HandfulsAhead);
        foreach (var handful in files.Chunk(Handful))
        {
            ahead.Enqueue(Task.Run(() => Array.ConvertAll(handful, Read), ct));
            if (ahead.Count < HandfulsAhead)
                continue;
            foreach (var read in await ahead.Dequeue())
                yield return read;
        }

        foreach (var rest in ahead)
        {
            foreach (var read in await rest)
                yield return read;
        }
    }

    FileReading Read(ContentFile file)
    {
        var isKnown = known.TryGetValue(file.Path, out var before);
        if (folder.Fetch(file.Path, out var unreadable) is not { } bytes)
            return new(file, isKnown, FileReading.Unreadable, isKnown && before.Hash == FileReading.Unreadable ? null : new(null, [unreadable!]), Keys: null, folder.Holds(file.Path));
        var hash = HashOf(bytes);
        var reading = isKnown && before.Hash == hash ? null : Completed(folder.Read(file.Path, bytes));
        var keys = reading?.Article is { } article ? ArticleKeys.Of(article) : null;
        return new(file, isKnown, hash, reading, keys, IsWhole: bytes.Length == Math.Min(file.Size, ContentLimits.FileBytes + 1));
    }

    ArticleReading Completed(ArticleReading reading) =>
        reading.Article is { } article ? reading with { Article = keywords.Complete(article) } : reading;

    static long HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
