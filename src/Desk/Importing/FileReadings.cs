using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Articles.Files;
using Articles.Stories;
using Articles.Text;

namespace Desk.Importing;

/// <summary>An article file that was read.</summary>
/// <param name="Hash">The beginning of its bytes' SHA-256.</param>
/// <param name="IsKnown">Whether it was read before.</param>
/// <param name="Reading">Null if the bytes are the same as last time.</param>
/// <param name="Clues">The article's links and the keys of its story; null if there is no article.</param>
/// <param name="IsWhole">False if the file changed or was deleted while it was read, or is broken and was just written.</param>
readonly record struct FileReading(ContentFile File, bool IsKnown, long Hash, ArticleReading? Reading, StoryClues? Clues, bool IsWhole)
{
    public bool IsBroken => Reading is { Article: null };

    /// <summary>
    /// What to store about the file. One that can't be opened is tried at each import, because only its permissions may change.
    /// </summary>
    public ContentFile Noted => Hash == Unreadable ? File with { ModifiedTicks = 0 } : File;

    /// <summary>The hash of a file that can't be opened.</summary>
    public const long Unreadable = 0;

    /// <summary>What is told of a file that neither was read nor has a mistake that we know.</summary>
    public static ArticleReading Failed(ContentFile file, Exception unforeseen) => new(
        null, [new(file.Path, 1, 1, $"The file can't be imported. Please report this as a bug: {unforeseen.Message}")]);
}

/// <summary>
/// Reads article files ahead, several at once, while others are written, and returns them in the plan's order. Threads take a few
/// files each, so that they rarely meet; few files are read ahead, so that they become garbage while they are young.
/// </summary>
sealed class FileReadings(ContentFolder folder, IReadOnlyDictionary<string, KnownFile> known, KeywordTopics keywords, DateTimeOffset now)
{
    /// <inheritdoc cref="ArticleImporter.Previewed"/>
    public string? Previewed { get; init; }

    /// <inheritdoc cref="ArticleImporter.ImportAsync" path="/param[@name='patience']"/>
    public TimeSpan Patience { get; init; }

    /// <summary>Whether each file has a span of its own.</summary>
    public bool IsTraced { get; init; }

    const int Handful = 64;
    const int HandfulsAhead = 4;

    public async IAsyncEnumerable<FileReading> AllAsync(IReadOnlyList<ContentFile> files, [EnumeratorCancellation] CancellationToken ct)
    {
        var ahead = new Queue<Task<FileReading[]>>(HandfulsAhead);
        Converter<ContentFile, FileReading> read = IsTraced ? ReadTraced : Read;
        foreach (var handful in files.Chunk(Handful))
        {
            ahead.Enqueue(Task.Run(() => Array.ConvertAll(handful, read), ct));
            if (ahead.Count < HandfulsAhead)
                continue;
            foreach (var done in await ahead.Dequeue())
                yield return done;
        }

        foreach (var rest in ahead)
        {
            foreach (var done in await rest)
                yield return done;
        }
    }

    /// <summary>Files that were read and stored already, whatever their bytes.</summary>
    public IAsyncEnumerable<FileReading> AgainAsync(IReadOnlyList<ContentFile> files, CancellationToken ct)
    {
        var unread = files.ToDictionary(file => file.Path, file => new KnownFile(file, Hash: long.MinValue));
        return new FileReadings(folder, unread, keywords, now) { Previewed = Previewed }.AllAsync(files, ct);
    }

    FileReading ReadTraced(ContentFile file)
    {
        using var span = ImportTraces.ReadFile(file.Path);
        var read = Read(file);
        span?.Note(read);
        return read;
    }

    FileReading Read(ContentFile file)
    {
        var read = ReadNow(file);
        return read.IsBroken && IsJustWritten(file) ? read with { IsWhole = false } : read;
    }

    /// <summary>Whatever is wrong with a file is its own problem, so that no file keeps others from being read.</summary>
    FileReading ReadNow(ContentFile file)
    {
        var isKnown = known.TryGetValue(file.Path, out var before);
        var hash = FileReading.Unreadable;
        try
        {
            if (folder.Fetch(file.Path, out var unreadable) is not { } bytes)
            {
                var isTold = unreadable is null || (isKnown && before.Hash == FileReading.Unreadable);
                var told = isTold ? null : new ArticleReading(null, [unreadable!]);
                return new(file, isKnown, FileReading.Unreadable, told, Clues: null, IsWhole: unreadable is not null);
            }

            hash = HashOf(bytes);
            var reading = isKnown && before.Hash == hash ? null : Completed(ArticleReader.Read(file.Path, bytes, now));
            var clues = reading?.Article is { } article ? StoryClues.Of(article) : null;
            // Computed here, ahead of the thread that writes.
            _ = clues?.Keys();
            return new(file, isKnown, hash, reading, clues, IsWhole: IsWhole(file, bytes));
        }
        catch (Exception unforeseen) when (unforeseen is not OutOfMemoryException)
        {
            return new(file, isKnown, hash, FileReading.Failed(file, unforeseen), Clues: null, IsWhole: true);
        }
    }

    // A time in the future comes from a wrong clock; waiting would not help.
    bool IsJustWritten(ContentFile file) =>
        file.ModifiedTicks > (now - Patience).UtcTicks && file.ModifiedTicks <= now.UtcTicks;

    /// <summary>Some file systems, such as /sys, report another length than they give.</summary>
    bool IsWhole(ContentFile file, byte[] bytes) =>
        bytes.Length == Math.Min(file.Size, TextLimits.FileBytes + 1) || folder.IsUnchanged(file);

    ArticleReading Completed(ArticleReading reading) => reading.Article is { } article
        ? reading with { Article = keywords.Complete(article.Path == Previewed ? article with { Published = true } : article) }
        : reading;

    static long HashOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
