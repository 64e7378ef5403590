using System.Collections.Frozen;

namespace News.Reading;

/// <summary>The names of known fields, so that a name in a file is not a new string each time.</summary>
static class ContentNames
{
    static readonly FrozenSet<string> Known =
        ((FieldGroup[])[ContentFormat.Article, ContentFormat.Related, ContentFormat.Provider, ContentFormat.Image, ContentFormat.Topic, ContentFormat.ProviderFile])
        .SelectMany(group => group.Names).ToFrozenSet();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var known) ? known : name.ToString();
}
