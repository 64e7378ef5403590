using System.Text;

namespace Bot.Hosting;

/// <summary>A file that holds one secret, as containers and systemd hand them to a program, instead of a setting that holds it.</summary>
static class SecretFile
{
    /// <summary>Of the setting that names the file, after the name of the one that would hold the secret.</summary>
    public const string Suffix = "_FILE";

    /// <summary>In bytes. Tokens and keys have fewer than 200.</summary>
    const int Longest = 4096;

    /// <param name="problem">What is wrong with the file and what to do; null if nothing. It doesn't show what the file holds.</param>
    /// <returns>The secret, without the white space around it; empty if there is a problem.</returns>
    public static string Read(string path, out string? problem)
    {
        var secret = "";
        try
        {
            var bytes = new byte[Longest + 1];
            // Not its length, since it may be a pipe.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            secret = count > Longest ? "" : new UTF8Encoding().GetString(bytes, 0, count).Trim('\uFEFF').Trim();
            problem = count > Longest ? "is longer than a secret. Write the secret alone into it."
                : secret.Length == 0 ? "is empty. Write the secret into it."
                : secret.Any(char.IsControl) ? "has more than one line. Write the secret alone into it."
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = $"can't be read. {unreadable.Message}";
        }

        return problem is null ? secret : "";
    }
}
