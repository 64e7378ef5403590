using System.Globalization;
using System.Reflection;

namespace Desk.Database;

/// <summary>
/// The numbered scripts that lead to today's schema, one series for each engine. They never change once merged. A new one has the same
/// number in both, so that a number means the same tables everywhere.
/// </summary>
static class SchemaScripts
{
    /// <param name="engine">The name of the folder.</param>
    /// <returns>By number, in order.</returns>
    public static IReadOnlyList<(int Number, string Sql)> Of(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith($"{engine}/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (NumberOf(name[(engine.Length + 1)..]), Read(name))),
        ];

        string Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <exception cref="DatabaseException">A newer version of the program wrote the database.</exception>
    public static void RefuseNewer(long version, int known, string name)
    {
        if (version > known)
            throw new DatabaseException(
                DatabaseProblem.TooNew,
                $"{name} has schema {version}, but this version of the program knows only {known}. "
                + "Update the program, or name another database with --database.");
    }

    static int NumberOf(string file) => int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
}
