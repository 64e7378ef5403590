using System.Globalization;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Reads fields of a query.</summary>
static class QueryRules
{
    /// <summary>A whole number; an error if it is anything else, or not from min to max.</summary>
    public static long QueryWhole(this FormErrors errors, ApiRequest request, string name, long min, long max, long byDefault)
    {
        if (request.Query(name) is not { } text)
            return byDefault;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        errors.Add(name, "NUMBER_TYPE_MAX", $"int value should be between {min} and {max}.");
        return byDefault;
    }

    /// <summary>An id; null if there is none. Anything else is an error.</summary>
    public static ulong? QueryId(this FormErrors errors, ApiRequest request, string name)
    {
        if (request.Query(name) is not { } text)
            return null;
        IdFields.Check(text, name, errors);
        return Snowflakes.TryParse(text, out var id) ? id : null;
    }
}
