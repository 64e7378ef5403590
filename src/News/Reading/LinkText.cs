namespace News.Reading;

/// <summary>Links as files write them.</summary>
static class LinkText
{
    /// <summary>Characters that one becomes at most when it is percent-encoded.</summary>
    const int MostEscaped = 9;

    /// <summary>The link, with what should be said of it: an error makes it useless, a warning does not. Both end the sentence that names the field and its value.</summary>
    public static (Uri? Link, string? Error, string? Warning) Parse(string text)
    {
        var address = HiddenCharacters.Remove(text, out _).Trim();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var link) || !IsWeb(link) || link.Host.Length == 0)
            return (null, "is not a link. Write the whole address, such as https://example.com/story.", null);
        if (link.UserInfo.Length > 0)
            return (null, "has a user name or a password before its host. Write the address without what stands before the @.", null);
        if (address.Length > ContentLimits.LinkLength / MostEscaped && link.AbsoluteUri.Length > ContentLimits.LinkLength)
            return (null, $"is longer than {ContentLimits.LinkLength} characters. Write the page's own address.", null);
        if (Homographs.AsPunycode(link) is { } plain)
            return (plain, null, $"has a host that mixes scripts or only looks like another one. It is shown as {plain.Host}; make sure that it is the right one.");
        return (link, null, link.Scheme == Uri.UriSchemeHttp ? "is not encrypted. Write https:// where the site answers to it." : null);
    }

    static bool IsWeb(Uri link) => link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp;
}
