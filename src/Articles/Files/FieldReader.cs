using System.Diagnostics;
using System.Globalization;
using Articles.Text;

namespace Articles.Files;

/// <summary>Reads the fields of one group by name and type, and reports each value that is not what it should be.</summary>
sealed class FieldReader(MapValue map, FieldGroup group, ContentProblems problems)
{
    /// <summary>Text as readers see it: decoded from HTML, without invisible characters; null if the field is absent.</summary>
    public string? Text(string name)
    {
        WarnOfLost(name, Find(name)?.Value as ScalarValue);
        return Scalar(name, FieldKind.Text, "text") is { } scalar ? Readable(scalar) : null;
    }

    public string RequiredText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrEmpty(text) && Find(name)?.Value is null or ScalarValue)
            Missing(name);
        return text ?? "";
    }

    /// <summary>In UTC.</summary>
    public DateTimeOffset? Date(string name)
    {
        if (Scalar(name, FieldKind.Date, "a date") is not { } scalar)
        {
            if (group[name].IsRequired && IsAbsent(name))
                Missing(name);
            return null;
        }

        var (date, error) = WrittenDate.Read(scalar.Text);
        if (error is not null)
            Error(scalar, $"{Quoted(name, scalar)} {error}");
        return date;
    }

    /// <summary>A link that can be shown and opened; null if there is none or it was reported.</summary>
    public Uri? Link(string name)
    {
        if (Scalar(name, FieldKind.Link, "a link") is not { } scalar || string.IsNullOrWhiteSpace(scalar.Text))
            return null;

        var (link, error, warning) = WrittenLink.Read(scalar.Text);
        if (error is not null)
            Error(scalar, $"{Quoted(name, scalar)} {error}");
        else if (warning is not null)
            Warning(scalar, $"{Quoted(name, scalar)} {warning}");
        return link;
    }

    public int? Number(string name)
    {
        if (Scalar(name, FieldKind.Number, "a number") is not { } scalar)
            return null;
        if (int.TryParse(scalar.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < int.MaxValue)
        {
            return (int)Math.Round(number);
        }

        Error(scalar, $"{Quoted(name, scalar)} is not a number. Write digits only, such as {name}: {group[name].Example}.");
        return null;
    }

    public bool? Flag(string name)
    {
        if (Scalar(name, FieldKind.Flag, "true or false") is not { } scalar)
            return null;
        if (bool.TryParse(scalar.Text, out var flag))
            return flag;
        Error(scalar, $"{Quoted(name, scalar)} is neither true nor false. Write {name}: true or {name}: false.");
        return null;
    }

    /// <summary>A list of texts, each with its place; a single text counts as a list of one.</summary>
    public IReadOnlyList<(string Text, TextPlace Place)> Texts(string name)
    {
        if (Find(name)?.Value is ScalarValue single)
        {
            WarnOfLost(name, single);
            return single.IsNull ? [] : [Placed(single)];
        }

        var items = Items(name, FieldKind.Texts);
        if (items is [])
            return [];
        var texts = new List<(string, TextPlace)>(items.Count);
        foreach (var item in items)
        {
            WarnOfLost(name, item as ScalarValue);
            if (item is not ScalarValue scalar)
                Error(item, $"This entry of {name} is {item.Kind}, not text. Write - and then the name.");
            else if (!scalar.IsNull)
                texts.Add(Placed(scalar));
        }

        return texts;
    }

    /// <summary>A reader for a field's own fields; null if the field is absent.</summary>
    public FieldReader? Group(string name)
    {
        switch (Find(name)?.Value)
        {
            case null or ScalarValue { IsNull: true }:
                return null;
            case MapValue fields:
                return new(fields, Known(name, FieldKind.Group).Group!, problems);
            case var other:
                Error(other, $"{name} is {other.Kind}, not a group of fields. Write its fields below it, indented by two spaces.");
                return null;
        }
    }

    /// <summary>A reader for each entry of a list whose entries have their own fields.</summary>
    public IReadOnlyList<FieldReader> Groups(string name)
    {
        var items = Items(name, FieldKind.Groups);
        if (items is [])
            return [];
        var groups = new List<FieldReader>(items.Count);
        foreach (var item in items)
        {
            if (item is MapValue fields)
                groups.Add(new(fields, group[name].Group!, problems));
            else
                Error(item, $"This entry of {name} is {item.Kind}, not a group of fields. Write - and then its fields, one per line.");
        }

        return groups;
    }

    /// <summary>Whether the field is missing or empty.</summary>
    public bool IsAbsent(string name) => Find(name)?.Value is null or ScalarValue { IsNull: true } or ScalarValue { Text: "" };

    /// <summary>The value as written; null if the field is absent, a list or a group.</summary>
    public string? Written(string name) => (Find(name)?.Value as ScalarValue)?.Text;

    /// <summary>The place of the field's value; null if the field is absent.</summary>
    public TextPlace? Place(string name) => IsAbsent(name) ? null : PlaceOf(Find(name)!.Value);

    /// <summary>Reports an error at the field's value.</summary>
    public void Fail(string name, string message) => Error(IsAbsent(name) ? map : Find(name)!.Value, message);

    /// <summary>Warns at the field's value, or where the group starts.</summary>
    public void Warn(string name, string message) => Warning(IsAbsent(name) ? map : Find(name)!.Value, message);

    public void Missing(string name) => FieldNames.Missing(name, map, group, problems);

    /// <summary>Warns of unknown fields that look like a typo of a known one. To be called once all fields are read.</summary>
    public void WarnOfTypos()
    {
        foreach (var field in map.Fields)
        {
            if (group.Has(field.Name))
                continue;
            FieldNames.WarnOfTypos(map, group, problems);
            return;
        }
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

    ScalarValue? Scalar(string name, FieldKind kind, string expected)
    {
        _ = Known(name, kind);
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

    IReadOnlyList<FieldValue> Items(string name, FieldKind kind)
    {
        _ = Known(name, kind);
        switch (Find(name)?.Value)
        {
            case null or ScalarValue { IsNull: true }:
                return [];
            case ListValue list:
                return list.Items;
            case var other:
                Error(other, $"{name} is {other.Kind}, not a list. Start each entry below it with -");
                return [];
        }
    }

    string Readable(ScalarValue scalar)
    {
        var text = HtmlText.Decode(scalar.Text);
        var visible = HiddenCharacters.Remove(text, out var removed);
        if (removed is { } at)
            Warning(scalar, $"This text contains the invisible character U+{(int)text[at]:X4}, which is not shown. Delete it.");
        return ReferenceEquals(visible, text) ? text : visible.Trim();
    }

    /// <summary>A text that YAML cut can be read, but is probably not what was meant.</summary>
    void WarnOfLost(string name, ScalarValue? scalar)
    {
        // A remark after a headline can't be told from its end, but nothing else is written in sentences.
        if (scalar?.Lost is { } lost && (!lost.MayBeRemark || (!scalar.IsNull && ContentFormat.IsProse(name))))
            Warning(scalar, $"\"{lost.Excerpt}\" is {lost.Kind}, which is not part of the text. Put the whole text in double quotes.");
    }

    KnownField Known(string name, FieldKind kind)
    {
        var field = group[name];
        Debug.Assert(field.Kind == kind, $"{name} is not listed as {kind}.");
        return field;
    }

    void Error(FieldValue at, string message) => problems.Error(at.Line, at.Column, message);

    void Warning(FieldValue at, string message) => problems.Warning(at.Line, at.Column, message);

    (string, TextPlace) Placed(ScalarValue scalar) => (Readable(scalar), PlaceOf(scalar));

    static TextPlace PlaceOf(FieldValue value) => new(value.Line, value.Column);

    static string Quoted(string name, ScalarValue scalar) =>
        $"{name} \"{(scalar.Text.Length <= 60 ? scalar.Text : scalar.Text[..57] + "...")}\"";
}
