using System.Net;

namespace News.Reading;

/// <summary>Feeds write titles and excerpts as HTML text, with entities instead of characters.</summary>
static class HtmlText
{
    public static string Decode(string text) => WebUtility.HtmlDecode(text).Trim();
}
