using Microsoft.Data.Sqlite;

namespace Desk.Database;

/// <summary>Copies a database that may be in use, so that a tool can work on it without changing anything for the bot.</summary>
public static class DatabaseCopy
{
    /// <param name="to">A file that doesn't exist yet.</param>
    /// <exception cref="DatabaseException">The file is not a database, or can't be read.</exception>
    public static void Write(string from, string to)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={from};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var copy = connection.CreateCommand();
            copy.CommandText = "vacuum into $to";
            copy.Parameters.AddWithValue("$to", to);
            copy.ExecuteNonQuery();
        }
        catch (SqliteException failure)
        {
            throw DatabaseException.Of(failure, from);
        }
    }
}
