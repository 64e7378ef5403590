using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Desk.Database;

/// <summary>Values as the tables have them in both engines: whole numbers, also for yes and no, and text.</summary>
static class PostgresValue
{
    public static void Bind(NpgsqlParameter parameter, object? value)
    {
        var own = Own(value);
        parameter.NpgsqlDbType = own switch
        {
            string => NpgsqlDbType.Text,
            long => NpgsqlDbType.Bigint,
            double => NpgsqlDbType.Double,
            byte[] => NpgsqlDbType.Bytea,
            string[] => NpgsqlDbType.Array | NpgsqlDbType.Text,
            _ => TypeOfNull(parameter.NpgsqlDbType),
        };
        parameter.Value = own;
    }

    static object Own(object? value) => value switch
    {
        null or DBNull => DBNull.Value,
        string text => Storable(text),
        byte[] or double or string[] => value,
        IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType().Name} is none of the kinds that the database keeps."),
    };

    /// <summary>Of the type that Dapper has given it.</summary>
    static NpgsqlDbType TypeOfNull(NpgsqlDbType given) => given switch
    {
        NpgsqlDbType.Boolean or NpgsqlDbType.Integer or NpgsqlDbType.Smallint => NpgsqlDbType.Bigint,
        NpgsqlDbType.TimestampTz => NpgsqlDbType.Text,
        _ => given,
    };

    /// <summary>PostgreSQL has no character 0 in a text, and no half of a pair.</summary>
    static string Storable(string text) => text.Contains('\0') || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "")))
        : text;
}
