namespace Desk.Importing;

/// <summary>The progress of an import, in files.</summary>
public readonly record struct ImportProgress(int Looked, int Files);

/// <summary>Counts the files that were read, and reports the number.</summary>
sealed class LookedAt(IProgress<ImportProgress>? progress, int files)
{
    int looked;

    public int Files => files;

    public void Add(int count)
    {
        looked += count;
        progress?.Report(new(looked, files));
    }
}
