using System.Collections.Concurrent;

namespace Desk.Database;

/// <summary>
/// The stores' SQL as PostgreSQL takes it. Nearly all of it needs no change; these are the few words that the engines don't share.
/// </summary>
static class PostgresSql
{
    static readonly (string Shared, string Own)[] Words =
    [
        (JsonList.Numbers, "(select value::bigint from json_array_elements_text(@ids::json) as list (value))"),
        (JsonList.Texts, "(select value from json_array_elements_text(@texts::json) as list (value))"),
        ("group_concat(", "string_agg("),
        ("char(", "chr("),
        // SQLite doesn't tell capital letters from small ones here.
        (" like @", " ilike @"),
    ];

    static readonly ConcurrentDictionary<string, string> Known = [];

    public static string Of(string shared) => Known.GetOrAdd(
        shared, static sql => Words.Aggregate(sql, (text, word) => text.Replace(word.Shared, word.Own, StringComparison.Ordinal)));
}
