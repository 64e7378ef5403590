namespace Articles;

/// <summary>A subject that articles are filed under. Names with the same slug are the same topic.</summary>
/// <param name="Name">As its own file spells it, or else the first article that used it.</param>
/// <param name="Slug">Lower case letters, digits and symbols, words joined by hyphens: <c>power-grids</c>, <c>c#</c>.</param>
public sealed record Topic(long Id, string Name, string Slug)
{
    /// <summary>It is stored, so a change of its form needs an upgrade of what is stored.</summary>
    /// <returns>Empty for a name without a letter, digit, or symbol.</returns>
    public static string SlugOf(string name) => Articles.Slug.Of(name);
}
