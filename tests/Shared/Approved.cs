using System.Runtime.CompilerServices;

namespace Shared;

/// <summary>
/// Compares text with the <c>*.approved.*</c> file beside the test; on a difference writes <c>*.received.*</c> next to it.
/// </summary>
static class Approved
{
    public static void Text(string actual, string name, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, name.Insert(name.IndexOf('.', StringComparison.Ordinal), ".approved"));
        var received = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        actual = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail(
            $"{Path.GetFileName(approved)} differs. Look at {received}; if it is right, rename it to {Path.GetFileName(approved)}.");
    }
}
