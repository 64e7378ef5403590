using System.Text;

namespace Articles.Text;

/// <summary>Links as files write them.</summary>
static class WrittenLink
{
    /// <summary>The most characters that one character becomes when it is percent-encoded.</summary>
    const int MostEscaped = 9;

    /// <summary>An http or https link. Error and warning continue a sentence that starts with the field and its value.</summary>
    /// <returns>No link with an error; a link with a warning or neither.</returns>
    public static (Uri? Link, string? Error, string? Warning) Read(string text)
    {
        var address = HostForm.Normalized(HiddenCharacters.Remove(HtmlText.Undecorated(text), out _).Trim());
        if (!Uri.TryCreate(address, UriKind.Absolute, out var link) || !IsWeb(link) || link.Host.Length == 0)
            return (null, "is not a link. Write the full address, such as https://example.com/story.", null);
        if (link.UserInfo.Length > 0)
            return (null, "contains a username or password. Remove everything between https:// and the @.", null);
        if (HostForm.HasReplaced(link.Host))
            return (null, "has a host in letters that browsers replace by others. Write the host that the browser shows.", null);
        if (address.Length > TextLimits.LinkLength / MostEscaped && link.AbsoluteUri.Length > TextLimits.LinkLength)
            return (null, $"is longer than {TextLimits.LinkLength} characters. Write the page's own address.", null);
        if (!Ascii.IsValid(link.Host) && Homographs.AsPunycode(link) is { } plain)
        {
            var shown = $"It is shown as {plain.Host}; make sure it's the right one.";
            return (plain, null, $"has a host that mixes scripts or imitates another one. {shown}");
        }

        return (link, null, link.Scheme == Uri.UriSchemeHttp ? "is not encrypted. Write https:// if the site supports it." : null);
    }

    static bool IsWeb(Uri link) => link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp;
}
