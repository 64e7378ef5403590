namespace Shared;

/// <summary>A folder for one test, deleted when the test ends.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("news-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
    }

    public void Dispose()
    {
        for (var attempts = 1000; ; attempts--)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempts > 1)
            {
                // A database that is still closing may create files in a folder that is being deleted.
                Thread.Yield();
            }
        }
    }
}
