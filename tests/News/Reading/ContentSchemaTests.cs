using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using News.Reading;
using NJsonSchema;
using Shared;

namespace News.Tests.Reading;

public class ContentSchemaTests
{
    static readonly ConcurrentDictionary<string, Task<JsonSchema>> Schemas = new();

    /// <summary>To write the files anew after a change of the fields: WRITE_SCHEMAS=1 dotnet test --project tests/News.</summary>
    [Theory]
    [InlineData("article")]
    [InlineData("topic")]
    [InlineData("provider")]
    public void The_file_for_editors_is_what_the_known_fields_make(string name)
    {
        var file = Path.Combine(Checkout.Root, "content", $"{name}.schema.json");
        if (Environment.GetEnvironmentVariable("WRITE_SCHEMAS") is not null)
            File.WriteAllText(file, Schema(name));

        Assert.Equal(Schema(name), File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "no file: run with WRITE_SCHEMAS=1");
    }

    [Fact]
    public async Task The_samples_are_accepted()
    {
        var folder = new ContentFolder(Path.Combine(Checkout.Root, "content"));
        foreach (var file in folder.Files())
            Assert.Equal((file.Path, ""), (file.Path, await ProblemsAsync(Name(file.Kind), File.ReadAllText(Path.Combine(folder.Root, file.Path)))));
    }

    [Fact]
    public async Task The_articles_of_the_corpus_are_accepted()
    {
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_news"), "*.md").Append(Checkout.Corpus("seed-article.md")))
            Assert.Equal((file, ""), (file, await ProblemsAsync("article", File.ReadAllText(file))));
    }

    [Theory]
    [InlineData("publishedDateTime: tomorow", "#/publishedDateTime")]
    [InlineData("webUrl: a.example/boat", "#/webUrl")]
    [InlineData("webUrl: javascript:alert(1)", "#/webUrl")]
    [InlineData("webUrl: https://ann@a.example/", "#/webUrl")]
    [InlineData("quality: high", "#/quality")]
    [InlineData("published: yes", "#/published")]
    [InlineData("title: [Boat]", "#/title")]
    [InlineData("title: ''", "#/title")]
    [InlineData("related: many", "#/related")]
    [InlineData("related: [{excerpt: x}]", "#/related[0].title")]
    [InlineData("related: [{title: x, quality: high}]", "#/related[0].quality")]
    [InlineData("images: [{width: 3}]", "#/images[0].url")]
    [InlineData("provider: Gazette", "#/provider")]
    [InlineData("topics: {a: b}", "#/topics")]
    public async Task What_the_reader_refuses_is_refused(string field, string place)
    {
        var name = field[..field.IndexOf(':')];
        var lines = ((string[])["title: Boat", "publishedDateTime: 2026-08-14", "webUrl: https://a.example/"]).Where(line => !line.StartsWith(name + ":", StringComparison.Ordinal));
        var file = $"---\n{string.Join('\n', lines)}\n{field}\n---\n";

        Assert.Null(ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(file)).Article);
        Assert.Contains(place, await ProblemsAsync("article", file));
    }

    [Theory]
    [InlineData("title: Boat\npublishedDateTime: 2026-08-14")]
    [InlineData("publishedDateTime: 2026-08-14\nwebUrl: https://a.example/")]
    [InlineData("title: Boat\nwebUrl: https://a.example/")]
    public async Task What_lacks_a_required_field_is_refused(string fields) =>
        Assert.NotEqual("", await ProblemsAsync("article", $"---\n{fields}\n---\n"));

    static string Name(ContentKind kind) => kind.ToString().ToLowerInvariant();

    static string Schema(string name) => name switch
    {
        "article" => ContentSchema.Article,
        "topic" => ContentSchema.Topic,
        _ => ContentSchema.Provider,
    };

    static async Task<string> ProblemsAsync(string schema, string file)
    {
        var problems = new ContentProblems("a.md");
        var yaml = file.StartsWith("---\n", StringComparison.Ordinal) ? FrontMatter.Split(file, problems)!.Value : FrontMatter.Whole(file, problems)!.Value;
        var json = Json(FrontMatterParser.Parse(yaml, problems)!)!.ToJsonString();
        return string.Join('\n', (await Schemas.GetOrAdd(schema, name => JsonSchema.FromJsonAsync(Schema(name), CancellationToken.None))).Validate(json));
    }

    /// <summary>As YAML's core schema types values, and editors with it.</summary>
    static JsonNode? Json(FieldValue value) => value switch
    {
        MapValue map => new JsonObject(map.Fields.Select(field => KeyValuePair.Create(field.Name, Json(field.Value)))),
        ListValue list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarValue { IsNull: true } => null,
        ScalarValue { IsPlain: true, Text: "true" or "false" } flag => flag.Text == "true",
        ScalarValue { IsPlain: true } number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        ScalarValue text => text.Text,
        _ => throw new InvalidOperationException(value.Kind),
    };
}
