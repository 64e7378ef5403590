using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>Writes what the providers' own files say, inside a transaction.</summary>
sealed class ProviderWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    public void Replace(IReadOnlyList<ProviderDefinition> definitions)
    {
        using var clear = new SqliteCommand("delete from providers", connection, transaction);
        clear.ExecuteNonQuery();
        using var define = new PreparedCommand(connection,
            """
            insert or ignore into providers (domain, name, icon)
            values ($domain, $name, $icon)
            """);
        foreach (var provider in definitions)
            define.Run(("$domain", provider.Domain), ("$name", provider.Name), ("$icon", provider.Icon?.AbsoluteUri));
    }
}
