using System.Globalization;
using System.Text;

namespace Browser.Tests;

/// <summary>What a test says of an article in its file.</summary>
sealed record ArticleFile(string Title)
{
    public string Outlet { get; init; } = "Harbour Gazette";

    public string Excerpt { get; init; } = "";

    public string Topic { get; init; } = "Harbour";

    public DateTimeOffset PublishedAt { get; init; } = DateTimeOffset.UtcNow.AddHours(-2);

    public bool IsPublished { get; init; } = true;

    /// <summary>The article of the highest leads its story.</summary>
    public int Quality { get; init; } = 50;

    public IReadOnlyList<ArticleFile> Related { get; init; } = [];

    string Domain => $"{new string([.. Outlet.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)])}.example";

    public override string ToString()
    {
        var file = new StringBuilder("---\n").Append(Fields(indent: "", first: ""))
            .Append(CultureInfo.InvariantCulture, $"published: {(IsPublished ? "true" : "false")}\ntopics: [{Quoted(Topic)}]\n");
        if (Related is not [])
            file.Append("related:\n").AppendJoin("", Related.Select(item => item.Fields(indent: "    ", first: "  - ")));
        return file.Append("---\n").ToString();
    }

    string Fields(string indent, string first) => string.Concat(
        $"{first}title: {Quoted(Title)}\n",
        Excerpt.Length > 0 ? $"{indent}excerpt: {Quoted(Excerpt)}\n" : "",
        $"{indent}publishedDateTime: {PublishedAt:O}\n",
        $"{indent}webUrl: \"https://{Domain}/{Uri.EscapeDataString(Title)}\"\n",
        $"{indent}provider: {{name: {Quoted(Outlet)}, domain: {Domain}}}\n",
        $"{indent}quality: {Quality}\n");

    static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
