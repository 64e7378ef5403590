using System.Text.Json;

namespace News.Storage;

/// <summary>Texts as one parameter, which a statement reads with <c>json_each</c>.</summary>
static class JsonList
{
    public static string Of(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]";
}
