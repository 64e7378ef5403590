namespace News.Reading;

/// <content>Fields that hold several values, or fields of their own.</content>
sealed partial class FieldReader
{
    public IReadOnlyList<PlacedText> Texts(string name)
    {
        Check(name, FieldKind.Texts);
        if (Find(name)?.Value is ScalarValue { IsNull: false } one)
            return [Placed(one)];

        var items = Items(name);
        if (items is [])
            return [];
        var texts = new List<PlacedText>(items.Count);
        foreach (var item in items)
        {
            if (item is not ScalarValue scalar)
                Error(item, $"This entry of {name} is {item.Kind}, not text. Write - and then the name.");
            else if (!scalar.IsNull)
                texts.Add(Placed(scalar));
        }

        return texts;
    }

    public FieldReader? Group(string name)
    {
        Check(name, FieldKind.Group);
        switch (Find(name)?.Value)
        {
            case null or ScalarValue { IsNull: true }:
                return null;
            case MapValue fields:
                return new(fields, group[name].Group!, problems);
            case var other:
                Error(other, $"{name} is {other.Kind}, not a group of fields. Write its fields below it, indented by two spaces.");
                return null;
        }
    }

    public IReadOnlyList<FieldReader> Groups(string name)
    {
        Check(name, FieldKind.Groups);
        var items = Items(name);
        if (items is [])
            return [];
        var groups = new List<FieldReader>(items.Count);
        foreach (var item in items)
        {
            if (item is MapValue fields)
                groups.Add(new(fields, group[name].Group!, problems));
            else
                Error(item, $"This entry of {name} is {item.Kind}, not a group of fields. Write - and then its fields, one a line.");
        }

        return groups;
    }

    IReadOnlyList<FieldValue> Items(string name)
    {
        switch (Find(name)?.Value)
        {
            case null or ScalarValue { IsNull: true }:
                return [];
            case ListValue list:
                return list.Items;
            case var other:
                Error(other, $"{name} is {other.Kind}, not a list. Begin each entry below it with -");
                return [];
        }
    }

    PlacedText Placed(ScalarValue scalar) => new(Readable(scalar), new(scalar.Line, scalar.Column));
}
