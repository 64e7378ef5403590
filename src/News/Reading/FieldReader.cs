using System.Globalization;

namespace News.Reading;

/// <summary>Reads the fields of one group by name and type, and reports each that is not what it should be.</summary>
sealed partial class FieldReader(MapValue map, FieldGroup group, ContentProblems problems)
{
    /// <summary>Text, decoded from HTML and free of characters that no reader sees; null where the field is absent.</summary>
    public string? Text(string name)
    {
        Check(name, FieldKind.Text);
        return Scalar(name, "text") is { } scalar ? Readable(scalar) : null;
    }

    public string RequiredText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && Find(name)?.Value is null or ScalarValue)
            Missing(name);
        return text ?? "";
    }

    public DateTimeOffset? Date(string name)
    {
        Check(name, FieldKind.Date);
        if (Scalar(name, "a date") is not { } scalar)
        {
            if (group[name].IsRequired && IsAbsent(name))
                Missing(name);
            return null;
        }

        if (DateText.Parse(scalar.Text) is { } date)
            return date;
        Error(scalar, $"{name} \"{Quoted(scalar)}\" is not a date. Write 2026-08-14 or 2026-08-14T09:30Z.");
        return null;
    }

    /// <summary>An address that can be shown and opened; null where there is none or it was reported.</summary>
    public Uri? Link(string name)
    {
        Check(name, FieldKind.Link);
        if (Scalar(name, "a link") is not { } scalar || string.IsNullOrWhiteSpace(scalar.Text))
            return null;

        var (link, error, warning) = LinkText.Parse(scalar.Text);
        if (error is not null)
            Error(scalar, $"{name} \"{Quoted(scalar)}\" {error}");
        else if (warning is not null)
            Warning(scalar, $"{name} \"{Quoted(scalar)}\" {warning}");
        return error is null ? link : null;
    }

    /// <summary>A link that may be given relative to a site that nothing here knows; such a one is ignored, with a warning.</summary>
    public Uri? Address(string name)
    {
        if (Find(name)?.Value is not ScalarValue { Text: ['/' or '.', ..] } relative)
            return Link(name);
        Warning(relative, $"{name} \"{Quoted(relative)}\" is an address within a site, and is ignored. Write the whole address, such as {group[name].Example}.");
        return null;
    }

    public int? Number(string name)
    {
        Check(name, FieldKind.Number);
        if (Scalar(name, "a number") is not { } scalar)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue)
            return (int)Math.Round(number);
        Error(scalar, $"{name} \"{Quoted(scalar)}\" is not a number. Write digits only, such as {name}: {group[name].Example}.");
        return null;
    }

    public bool? Flag(string name)
    {
        Check(name, FieldKind.Flag);
        if (Scalar(name, "true or false") is not { } scalar)
            return null;
        if (bool.TryParse(scalar.Text, out var flag))
            return flag;
        Error(scalar, $"{name} \"{Quoted(scalar)}\" is neither true nor false. Write {name}: true or {name}: false.");
        return null;
    }

    /// <summary>Whether the field is not there, or says nothing.</summary>
    public bool IsAbsent(string name) => Find(name)?.Value is null or ScalarValue { IsNull: true } or ScalarValue { Text: "" };

    /// <summary>Where the field's value stands; null where the field is absent.</summary>
    public TextPlace? Place(string name) => IsAbsent(name) ? null : new(Find(name)!.Value.Line, Find(name)!.Value.Column);

    /// <summary>Reports an error at the field's value.</summary>
    public void Fail(string name, string message)
    {
        var place = Place(name) ?? new(map.Line, map.Column);
        problems.Error(place.Line, place.Column, message);
    }

    /// <summary>Warns at the field's value, or where the group begins.</summary>
    public void Warn(string name, string message)
    {
        var place = Place(name) ?? new(map.Line, map.Column);
        problems.Warning(place.Line, place.Column, message);
    }

    Field? Find(string name)
    {
        foreach (var field in map.Fields)
        {
            if (field.Name == name)
                return field;
        }

        return null;
    }

    ScalarValue? Scalar(string name, string expected)
    {
        switch (Find(name)?.Value)
        {
            case null or ScalarValue { IsNull: true }:
                return null;
            case ScalarValue scalar:
                return scalar;
            case var other:
                Error(other, $"{name} is {other.Kind}, not {expected}. Write it on one line, after {name}:");
                return null;
        }
    }

    string Readable(ScalarValue scalar)
    {
        var text = HtmlText.Decode(scalar.Text);
        var seen = HiddenCharacters.Remove(text, out var removed);
        if (removed is { } at)
            Warning(scalar, $"This text has the invisible character U+{(int)text[at]:X4}, which is left out. Delete it.");
        return ReferenceEquals(seen, text) ? text : seen.Trim();
    }

    void Error(FieldValue at, string message) => problems.Error(at.Line, at.Column, message);

    void Warning(FieldValue at, string message) => problems.Warning(at.Line, at.Column, message);

    static string Quoted(ScalarValue scalar) => scalar.Text.Length <= 60 ? scalar.Text : scalar.Text[..57] + "...";

    [System.Diagnostics.Conditional("DEBUG")]
    void Check(string name, FieldKind kind) =>
        System.Diagnostics.Debug.Assert(group.Has(name) && group[name].Kind == kind, $"{name} is not listed as {kind}.");
}
