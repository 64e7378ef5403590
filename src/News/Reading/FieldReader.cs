using System.Globalization;

namespace News.Reading;

/// <summary>Reads the fields of one group by name and type, and reports each that is not what it should be.</summary>
sealed class FieldReader(string path, MapValue map, List<ContentProblem> problems)
{
    static readonly string[] DateFormats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    readonly Dictionary<string, Field> fields = map.Fields.DistinctBy(field => field.Name).ToDictionary(field => field.Name);
    readonly List<string> known = [];

    public string? Text(string name) => Scalar(name, "text") is { } scalar ? HtmlText.Decode(scalar.Text) : null;

    public string? RequiredText(string name, string example)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && fields.GetValueOrDefault(name)?.Value is null or ScalarValue)
            Missing(name, example);
        return text;
    }

    public DateTimeOffset? Date(string name)
    {
        if (Scalar(name, "a date") is not { } scalar)
            return null;
        if (DateTimeOffset.TryParseExact(scalar.Text.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
            return date;
        Problem(scalar, $"{name} \"{Excerpt(scalar)}\" is not a date. Write 2026-08-14 or 2026-08-14T09:30Z.");
        return null;
    }

    public DateTimeOffset? RequiredDate(string name, string example)
    {
        if (IsAbsent(name))
            Missing(name, example);
        return Date(name);
    }

    public Uri? Link(string name)
    {
        if (Scalar(name, "a link") is not { } scalar || scalar.Text.Length == 0)
            return null;
        if (Uri.TryCreate(scalar.Text.Trim(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.Host.Length > 0)
            return link;
        Problem(scalar, $"{name} \"{Excerpt(scalar)}\" is not a link. Write the whole address, such as https://example.com/story.");
        return null;
    }

    /// <summary>A link that the file may give relative to a site that nothing here knows; such a one is ignored, with a warning.</summary>
    public Uri? Address(string name)
    {
        if (Scalar(name, "a link") is { Text: ['/' or '.', ..] } relative)
        {
            Warning(relative, $"{name} \"{Excerpt(relative)}\" is an address within a site, and is ignored. Write the whole address, such as https://example.com/icon.png.");
            return null;
        }

        return Link(name);
    }

    public int? Number(string name)
    {
        if (Scalar(name, "a number") is not { } scalar)
            return null;
        if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue)
            return (int)Math.Round(number);
        Problem(scalar, $"{name} \"{Excerpt(scalar)}\" is not a number. Write digits only, such as {name}: 47.");
        return null;
    }

    public bool? Flag(string name)
    {
        if (Scalar(name, "true or false") is not { } scalar)
            return null;
        if (bool.TryParse(scalar.Text, out var flag))
            return flag;
        Problem(scalar, $"{name} \"{Excerpt(scalar)}\" is neither true nor false. Write {name}: true or {name}: false.");
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<PlacedText> Texts(string name)
    {
        var value = Value(name);
        if (value is ScalarValue one)
            return one.IsNull ? [] : [Placed(one)];

        var texts = new List<PlacedText>();
        foreach (var item in Items(name, value))
        {
            if (item is ScalarValue scalar)
                texts.Add(Placed(scalar));
            else
                Problem(item, $"This entry of {name} is {item.Kind}, not text. Write - and then the name.");
        }

        return texts;
    }

    /// <summary>Where the field's value stands; null where the field is absent.</summary>
    public TextPlace? Place(string name) => IsAbsent(name) ? null : new(fields[name].Value.Line, fields[name].Value.Column);

    public FieldReader? Group(string name)
    {
        switch (Value(name))
        {
            case null or ScalarValue { IsNull: true }:
                return null;
            case MapValue group:
                return new(path, group, problems);
            case var other:
                Problem(other, $"{name} is {other.Kind}, not a group of fields. Write its fields below it, indented by two spaces.");
                return null;
        }
    }

    public IReadOnlyList<FieldReader> Groups(string name)
    {
        var groups = new List<FieldReader>();
        foreach (var item in Items(name, Value(name)))
        {
            if (item is MapValue group)
                groups.Add(new(path, group, problems));
            else
                Problem(item, $"This entry of {name} is {item.Kind}, not a group of fields. Write - and then its fields, one a line.");
        }

        return groups;
    }

    /// <summary>Fields that are known but that nothing here needs.</summary>
    public void Ignore(params ReadOnlySpan<string> names) => known.AddRange(names);

    public void Missing(string name, string example)
    {
        var near = fields.Keys.FirstOrDefault(field => Spelling.IsNear(field, name));
        problems.Add(near is null
            ? new(path, map.Line, map.Column, $"{name} is missing. Add a line such as {example}")
            : new(path, fields[near].Line, fields[near].Column, $"{name} is missing. Did you mean it by {near}?"));
    }

    /// <summary>Warns of the fields that nothing asked for but that look like a misspelling of one that was.</summary>
    public void WarnOfMisspellings()
    {
        foreach (var field in fields.Values.Where(field => !known.Contains(field.Name)))
        {
            if (known.Find(name => !fields.ContainsKey(name) && Spelling.IsNear(field.Name, name)) is { } meant
                && !problems.Exists(problem => problem.Line == field.Line && problem.Column == field.Column))
            {
                problems.Add(new(path, field.Line, field.Column, $"There is no field {field.Name}. Did you mean {meant}?", ContentSeverity.Warning));
            }
        }
    }

    FieldValue? Value(string name)
    {
        known.Add(name);
        return fields.GetValueOrDefault(name)?.Value;
    }

    ScalarValue? Scalar(string name, string expected)
    {
        switch (Value(name))
        {
            case null or ScalarValue { IsNull: true }:
                return null;
            case ScalarValue scalar:
                return scalar;
            case var other:
                Problem(other, $"{name} is {other.Kind}, not {expected}. Write it on one line, after {name}:");
                return null;
        }
    }

    IReadOnlyList<FieldValue> Items(string name, FieldValue? value)
    {
        switch (value)
        {
            case null or ScalarValue { IsNull: true }:
                return [];
            case ListValue list:
                return list.Items;
            default:
                Problem(value, $"{name} is {value.Kind}, not a list. Begin each entry below it with -");
                return [];
        }
    }

    public bool IsAbsent(string name) => fields.GetValueOrDefault(name)?.Value is null or ScalarValue { IsNull: true };

    static PlacedText Placed(ScalarValue scalar) => new(HtmlText.Decode(scalar.Text), new(scalar.Line, scalar.Column));

    void Problem(FieldValue at, string message) => problems.Add(new(path, at.Line, at.Column, message));

    void Warning(FieldValue at, string message) => problems.Add(new(path, at.Line, at.Column, message, ContentSeverity.Warning));

    static string Excerpt(ScalarValue scalar) => scalar.Text.Length <= 60 ? scalar.Text : scalar.Text[..57] + "...";
}
