using Articles.Text;

namespace Articles.Files;

/// <summary>Problems with the names of fields: missing ones, and typos.</summary>
static class FieldNames
{
    public static void Missing(string name, MapValue map, FieldGroup group, ContentProblems problems)
    {
        var unknown = map.Fields.Take(TextLimits.FieldsSpellChecked).Where(field => !group.Has(field.Name)).ToList();
        var near = Spelling.Nearest(name, unknown.Select(field => field.Name));
        if (unknown.Find(field => field.Name == near) is { } typo)
            problems.Error(typo.Line, typo.Column, $"{name} is missing. Is \"{near}\" a typo?");
        else
            problems.Error(map.Line, map.Column, $"{name} is missing. Add a line such as {name}: {group[name].Example}");
    }

    public static void WarnOfTypos(MapValue map, FieldGroup group, ContentProblems problems)
    {
        var present = map.Fields.Select(field => field.Name).ToHashSet();
        var absent = group.Names.Where(name => !present.Contains(name)).ToList();
        foreach (var field in map.Fields.Where(field => !group.Has(field.Name)).Take(TextLimits.FieldsSpellChecked))
        {
            if (Spelling.Nearest(field.Name, absent) is { } meant && !problems.AnyAt(field.Line, field.Column))
                problems.Warning(field.Line, field.Column, $"There is no field \"{field.Name}\". Did you mean {meant}?");
        }
    }
}
