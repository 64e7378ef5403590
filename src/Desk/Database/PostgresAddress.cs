using Npgsql;

namespace Desk.Database;

/// <summary>
/// The address of a PostgreSQL database, as in <c>postgres://user:password@host:5432/name?sslmode=require</c>; see
/// https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING.
/// </summary>
public static class PostgresAddress
{
    static readonly string[] Schemes = ["postgres", "postgresql"];

    /// <summary>Names of the address's parameters that the client library calls by others.</summary>
    static readonly Dictionary<string, string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["application_name"] = "Application Name",
        ["connect_timeout"] = "Timeout",
        ["target_session_attrs"] = "Target Session Attributes",
    };

    /// <summary>Whether it names a server rather than a file.</summary>
    public static bool IsOne(string place) =>
        Schemes.Any(scheme => place.StartsWith($"{scheme}://", StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with an address, and what to write instead; null for a right one, and for a file's path.</summary>
    public static string? ProblemOf(string place)
    {
        if (!IsOne(place))
            return null;
        try
        {
            Of(place);
            return null;
        }
        catch (DatabaseException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>The address for people, without its password and parameters; a file's full path.</summary>
    public static string NameOf(string place) => IsOne(place) ? NameOf(Of(place)) : Path.GetFullPath(place);

    /// <exception cref="DatabaseException">It isn't an address, or has a parameter that the client library doesn't know.</exception>
    internal static NpgsqlConnectionStringBuilder Of(string place)
    {
        if (!Uri.TryCreate(place, UriKind.Absolute, out var address) || address.Host.Length == 0)
            throw Wrong("It is no address.");
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host.Trim('[', ']'),
            Port = address.IsDefaultPort || address.Port < 0 ? NpgsqlConnection.DefaultPort : address.Port,
            Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')),
            ApplicationName = "news-desk",
            // Statements that come again are prepared. A pooler that can't follow needs "max auto prepare=0" in the address.
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 3,
        };
        if (builder.Database.Length == 0)
            throw Wrong("It names no database.");
        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var rest])
            (builder.Username, builder.Password) = (Uri.UnescapeDataString(user), rest is [var word] ? Uri.UnescapeDataString(word) : null);
        foreach (var part in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', 2) is [var key, var given] ? (key, given) : (part, "");
            Set(builder, Uri.UnescapeDataString(name), Uri.UnescapeDataString(value));
        }

        return builder;
    }

    /// <summary>The address for people, without its password and parameters.</summary>
    internal static string NameOf(NpgsqlConnectionStringBuilder builder) =>
        $"postgres://{builder.Host}{(builder.Port == NpgsqlConnection.DefaultPort ? "" : $":{builder.Port}")}/{builder.Database}";

    static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        try
        {
            builder[Keywords.GetValueOrDefault(name, name)] = value;
        }
        catch (Exception unknown) when (unknown is ArgumentException or FormatException)
        {
            throw Wrong($"Its parameter \"{name}\" is unknown, or has a value that it can't have.");
        }
    }

    /// <remarks>The address itself may have a password.</remarks>
    static DatabaseException Wrong(string what) => new(
        DatabaseProblem.Refused,
        $"This begins like the address of a PostgreSQL database. {what} Write it as postgres://user:password@host:5432/name.");
}
