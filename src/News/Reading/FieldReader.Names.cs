namespace News.Reading;

/// <content>Fields that are missing, and names that were probably meant for others.</content>
sealed partial class FieldReader
{
    public void Missing(string name)
    {
        var near = Spelling.Nearest(name, map.Fields.Take(ContentLimits.FieldsSpellChecked).Select(field => field.Name).Where(field => !group.Has(field)));
        if (near is null)
            problems.Error(map.Line, map.Column, $"{name} is missing. Add a line such as {name}: {group[name].Example}");
        else
            problems.Error(Find(near)!.Line, Find(near)!.Column, $"{name} is missing. Did you mean it by {near}?");
    }

    /// <summary>Warns of the fields that are not known but look like a misspelling of one that is.</summary>
    public void WarnOfMisspellings()
    {
        List<string>? absent = null;
        var looked = 0;
        foreach (var field in map.Fields)
        {
            if (group.Has(field.Name) || ++looked > ContentLimits.FieldsSpellChecked)
                continue;
            absent ??= [.. group.Names.Where(name => Find(name) is null)];
            if (Spelling.Nearest(field.Name, absent) is { } meant && !problems.AnyAt(field.Line, field.Column))
                problems.Warning(field.Line, field.Column, $"There is no field {field.Name}. Did you mean {meant}?");
        }
    }
}
