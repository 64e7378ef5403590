using System.Globalization;
using System.Text.Json;

namespace Desk.Database;

/// <summary>A list as one parameter. How a statement reads it depends on the engine, so it is written only here.</summary>
static class JsonList
{
    /// <summary>The numbers of the parameter <c>@ids</c>.</summary>
    public const string Numbers = "(select value from json_each(@ids))";

    /// <summary>The texts of the parameter <c>@texts</c>, each as <c>value</c>.</summary>
    public const string Texts = "(select value from json_each(@texts))";

    public static string Of(IEnumerable<long> numbers) =>
        $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";

    public static string Of(IEnumerable<string> texts) =>
        $"[{string.Join(',', texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]";
}
