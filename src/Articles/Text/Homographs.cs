using System.Text;

namespace Articles.Text;

/// <summary>Hosts that imitate another one: аpple.com with a Cyrillic а.</summary>
static class Homographs
{
    /// <summary>Cyrillic letters that look Latin. A name with only these is a disguise if its top-level domain is Latin.</summary>
    const string Disguises = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡзкмнтвб";

    /// <summary>The scripts in which hosts are named, by ranges of characters.</summary>
    static readonly (char First, char Last, Script Script)[] Ranges =
    [
        ('\u0370', '\u03FF', Script.Greek), ('\u1F00', '\u1FFF', Script.Greek),
        ('\u0400', '\u052F', Script.Cyrillic), ('\u1C80', '\u1C8F', Script.Cyrillic),
        ('\u2DE0', '\u2DFF', Script.Cyrillic), ('\uA640', '\uA69F', Script.Cyrillic),
        ('\u0530', '\u058F', Script.Armenian),
        ('\u13A0', '\u13FF', Script.Cherokee), ('\uAB70', '\uABBF', Script.Cherokee),
        ('\u0590', '\u05FF', Script.Hebrew),
        ('\u0600', '\u077F', Script.Arabic),
        ('\u2E80', '\u9FFF', Script.EastAsian), ('\uAC00', '\uD7AF', Script.EastAsian),
        ('\u1100', '\u11FF', Script.EastAsian), ('\uF900', '\uFAFF', Script.EastAsian),
    ];

    enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Cherokee,
        Hebrew,
        Arabic,
        EastAsian,
        Other,
    }

    /// <summary>The link with its host as punycode if the host imitates another one; otherwise null.</summary>
    public static Uri? AsPunycode(Uri link)
    {
        if (!link.Host.Split('.').Any(label => IsMixed(label) || IsDisguise(label, link.Host)))
            return null;
        try
        {
            return new UriBuilder(link) { Host = link.IdnHost }.Uri;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>Japanese, Chinese and Korean names contain Latin letters; names in other scripts don't.</summary>
    static bool IsMixed(string label)
    {
        var scripts = label.Select(ScriptOf).Where(script => script is not Script.None).Distinct().ToList();
        return scripts.Count > 1 && !scripts.TrueForAll(script => script is Script.EastAsian or Script.Latin);
    }

    static bool IsDisguise(string label, string host) =>
        Ascii.IsValid(host.AsSpan(host.LastIndexOf('.') + 1)) && label.All(letter => Disguises.Contains(letter, StringComparison.Ordinal));

    static Script ScriptOf(char letter)
    {
        if (letter is (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF'))
            return Script.Latin;
        if (!char.IsLetter(letter))
            return Script.None;
        foreach (var (first, last, script) in Ranges)
        {
            if (letter >= first && letter <= last)
                return script;
        }

        return Script.Other;
    }
}
