using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Rules;

/// <summary>Rules for single fields of a request.</summary>
static class FieldRules
{
    /// <summary>
    /// Text of <paramref name="min"/> to <paramref name="max"/> characters after trimming. Absent or null is an error only if the
    /// field is required.
    /// </summary>
    public static void CheckText(
        this FormErrors errors, JsonObject from, string name, string path, int max, int min = 1, bool required = false)
    {
        var at = Join(path, name);
        if (from[name] is null)
        {
            if (required)
                errors.Required(at);
        }
        else if (from.Text(name) is not { } text)
            errors.Add(at, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        else if (required && text.Trim().Length == 0)
            errors.Required(at);
        else if (text.Trim().Length > max)
            errors.Add(at, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        else if (text.Trim().Length < min)
            errors.Add(at, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
    }

    public static void CheckWhole(
        this FormErrors errors, JsonObject from, string name, string path, long min, long max, bool required = false)
    {
        var at = Join(path, name);
        if (from[name] is null)
        {
            if (required)
                errors.Required(at);
        }
        else if (from.Whole(name) is not { } number)
            errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{from[name]}\" is not int.");
        else if (number < min)
            errors.Add(at, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        else if (number > max)
            errors.Add(at, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
    }

    /// <param name="attachments">Whether <c>attachment://name</c> is allowed too.</param>
    public static void CheckUrl(
        this FormErrors errors, JsonObject from, string name, string path,
        int max = Limits.Url, bool required = false, bool attachments = false)
    {
        errors.CheckText(from, name, path, max, required: required);
        if (from.Text(name) is not { } url || url.Trim().Length is 0 || url.Trim().Length > max)
            return;
        if (attachments && url.StartsWith("attachment://", StringComparison.Ordinal))
            return;
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            errors.Add(Join(path, name), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (uri.Scheme is not ("http" or "https"))
        {
            errors.Add(Join(path, name), "URL_TYPE_INVALID_SCHEME",
                $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https').");
        }
    }

    /// <summary>
    /// The objects of an array that has <paramref name="min"/> to <paramref name="max"/> of them; anything else is an error.
    /// </summary>
    public static IReadOnlyList<JsonObject> CheckList(
        this FormErrors errors, JsonObject from, string name, string path, int max, int min = 0, bool required = false)
    {
        var at = Join(path, name);
        if (from[name] is null)
        {
            if (required)
                errors.Required(at);
            return [];
        }

        if (from[name] is not JsonArray list)
        {
            errors.Add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (list.Count > max || list.Count < min)
        {
            errors.Add(at, "BASE_TYPE_BAD_LENGTH",
                min == 0 ? $"Must be {max} or fewer in length." : $"Must be between {min} and {max} in length.");
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not JsonObject)
                errors.Add($"{at}.{i}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }

        return list.All(item => item is JsonObject) ? [.. list.OfType<JsonObject>()] : [];
    }

    /// <summary>A picture as a data URI; null if there is none, or if it is an error.</summary>
    public static byte[]? CheckPicture(this FormErrors errors, JsonObject from, string name)
    {
        if (from[name] is null)
            return null;
        if (from.Text(name) is { } text && DataUri.Picture(text) is { } picture)
            return picture;
        errors.Add(name, "IMAGE_INVALID", "Invalid image data");
        return null;
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
