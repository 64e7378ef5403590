using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Articles.Files;
using Articles.Text;
using NJsonSchema;
using Shared;

namespace Articles.Tests.Files;

public class ContentSchemaTests
{
    static readonly ConcurrentDictionary<string, Task<JsonSchema>> Schemas = new();

    /// <summary>After a change of the fields, write the files again: WRITE_SCHEMAS=1 dotnet test --project tests/Articles.</summary>
    [Theory]
    [InlineData("article")]
    [InlineData("topic")]
    [InlineData("provider")]
    public void Schema_file_is_made_from_the_known_fields(string name)
    {
        var file = Path.Combine(Checkout.Root, "content", $"{name}.schema.json");
        if (Environment.GetEnvironmentVariable("WRITE_SCHEMAS") is not null)
            File.WriteAllText(file, Schema(name));

        Assert.True(File.Exists(file), "There is no such file. Run with WRITE_SCHEMAS=1.");
        Assert.Equal(Schema(name), File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Samples_are_accepted()
    {
        var folder = new ContentFolder(Path.Combine(Checkout.Root, "content"));
        foreach (var file in folder.Files())
        {
            var problems = await ProblemsAsync(Name(file.Kind), File.ReadAllText(Path.Combine(folder.Root, file.Path)));
            Assert.Equal((file.Path, ""), (file.Path, problems));
        }
    }

    [Fact]
    public async Task Articles_of_the_corpus_are_accepted()
    {
        var news = Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_news"), "*.md");
        foreach (var file in news.Append(Checkout.Corpus("seed-article.md")))
            Assert.Equal((file, ""), (file, await ProblemsAsync("article", File.ReadAllText(file))));
    }

    [Fact]
    public async Task Topics_and_providers_of_the_corpus_are_accepted_where_the_reader_accepts_them()
    {
        var topics = Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_data/topics"));
        var providers = Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_data/organizations"));
        Assert.Equal((7, 70), (topics.Length, providers.Length));
        foreach (var file in topics)
        {
            Assert.NotNull(DefinitionReader.Topic(file, File.ReadAllBytes(file)).Topic);
            Assert.Equal((file, ""), (file, await ProblemsAsync("topic", File.ReadAllText(file))));
        }

        foreach (var file in providers)
        {
            Assert.NotNull(DefinitionReader.Provider(file, File.ReadAllBytes(file)).Provider);
            Assert.Equal((file, ""), (file, await ProblemsAsync("provider", File.ReadAllText(file))));
        }
    }

    [Theory]
    [InlineData("publishedDateTime: 2026-11-24T10:30:00.123456789Z")]
    [InlineData("publishedDateTime: 2026-11-24 9:30:00 +0100")]
    [InlineData("publishedDateTime: 2026-1-5")]
    [InlineData("webUrl: 'https://a.example/?x=1&amp;y=2'")]
    [InlineData("webUrl: 'https:&#x2F;&#x2F;a.example/b'")]
    [InlineData("webUrl: '<![CDATA[https://a.example/b]]>'")]
    [InlineData("webUrl: 'https://ａ.example/b'")]
    [InlineData("quality: '1e2'")]
    [InlineData("quality: ' .5 '")]
    [InlineData("provider: {name: A, domain: a.example, images: [{url: 'https://a.example/b.svg'}]}")]
    [InlineData("author: Ann")]
    [InlineData("titles: [A]\nexcerpts: b")]
    public async Task Value_that_the_reader_accepts_is_accepted(string field)
    {
        var file = Minimal(field);

        // The fields near a known one are warnings of the reader, and mistakes of the schema.
        var isSpelled = ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(file)) is { Article: not null } reading
            && !reading.Problems.Any(problem => problem.Message.Contains("Did you mean", StringComparison.Ordinal));
        Assert.Equal(isSpelled, await ProblemsAsync("article", file) == "");
        Assert.NotNull(ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(file)).Article);
    }

    [Fact]
    public async Task Misspelled_name_is_flagged_exactly_where_the_reader_flags_it()
    {
        var random = new Random(7);
        string[] names = [.. ContentFormat.Article.Names];
        for (var i = 0; i < 1000; i++)
        {
            var name = Misspelled(names[random.Next(names.Length)], random);
            var file = Minimal($"{name}: true");
            var isFlagged = ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(file)).Problems
                .Any(problem => problem.Message.StartsWith("There is no field", StringComparison.Ordinal));
            var isAmong = names.Contains(name) || name.Length == 0;
            Assert.Equal((name, isFlagged && !isAmong), (name, !isAmong && await ProblemsAsync("article", file) != ""));
        }
    }

    [Fact]
    public void No_known_name_looks_like_a_misspelling_of_another_in_its_group()
    {
        FieldGroup[] groups =
        [
            ContentFormat.Article, ContentFormat.Related, ContentFormat.Provider, ContentFormat.Image, ContentFormat.Topic,
            ContentFormat.ProviderFile,
        ];
        foreach (var names in groups.Select(group => group.Names.ToList()))
            Assert.DoesNotContain(names, name => names.Exists(other => other != name && Spelling.IsNear(other, name)));
    }

    [Theory]
    [InlineData("provider: {nme: A}")]
    [InlineData("images: [{url: 'https://a.example/b.jpg', widht: 3}]")]
    [InlineData("related: [{title: A, excerp: b}]")]
    public async Task Misspelled_name_inside_a_group_is_flagged_too(string field) =>
        Assert.NotEqual("", await ProblemsAsync("article", Minimal(field)));

    [Theory]
    [InlineData("publishedDateTime: tomorow", "#/publishedDateTime")]
    [InlineData("publishedDateTime: 0001-01-01", "#/publishedDateTime")]
    [InlineData("publishedDateTime: 9999-12-31", "#/publishedDateTime")]
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
    public async Task Value_that_the_reader_rejects_is_rejected(string field, string place)
    {
        var file = Minimal(field);

        Assert.Null(ArticleReader.Read("a.md", Encoding.UTF8.GetBytes(file)).Article);
        Assert.Contains(place, await ProblemsAsync("article", file));
    }

    [Theory]
    [InlineData("title: Boat\npublishedDateTime: 2026-08-14")]
    [InlineData("publishedDateTime: 2026-08-14\nwebUrl: https://a.example/")]
    [InlineData("title: Boat\nwebUrl: https://a.example/")]
    public async Task Article_without_a_required_field_is_rejected(string fields) =>
        Assert.NotEqual("", await ProblemsAsync("article", $"---\n{fields}\n---\n"));

    /// <summary>A file with the required fields and this one.</summary>
    static string Minimal(string field)
    {
        var name = field[..field.IndexOf(':')];
        string[] required = ["title: Boat", "publishedDateTime: 2026-08-14", "webUrl: https://a.example/"];
        var others = required.Where(line => !line.StartsWith(name + ":", StringComparison.Ordinal));
        return $"---\n{string.Join('\n', others)}\n{field}\n---\n";
    }

    /// <summary>With none to three typos, of letters only, so that YAML takes it for a name.</summary>
    static string Misspelled(string name, Random random)
    {
        for (var typos = random.Next(4); typos > 0; typos--)
        {
            var at = random.Next(name.Length);
            var letter = (char)((random.Next(2) == 0 ? 'a' : 'A') + random.Next(26));
            name = random.Next(4) switch
            {
                0 => name[..at] + letter + name[at..],
                1 when name.Length > 2 => name.Remove(at, 1),
                2 when at + 1 < name.Length => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
                _ => name[..at] + letter + name[(at + 1)..],
            };
        }

        return name;
    }

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
        var bytes = Encoding.UTF8.GetBytes(file);
        var isMarkdown = file.StartsWith("---\n", StringComparison.Ordinal);
        var yaml = isMarkdown ? FrontMatter.Split(bytes, problems)!.Value : FrontMatter.Whole(bytes, problems)!.Value;
        var json = Json(yaml.Parse(problems)!)!.ToJsonString();
        var known = await Schemas.GetOrAdd(schema, name => JsonSchema.FromJsonAsync(Schema(name), CancellationToken.None));
        return string.Join('\n', known.Validate(json));
    }

    /// <summary>With the types of YAML's core schema, which editors use.</summary>
    static JsonNode? Json(FieldValue value) => value switch
    {
        MapValue map => new JsonObject(map.Fields.Select(field => KeyValuePair.Create(field.Name, Json(field.Value)))),
        ListValue list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarValue { IsNull: true } => null,
        ScalarValue { IsPlain: true, Text: "true" or "false" } flag => flag.Text == "true",
        ScalarValue { IsPlain: true } number
            when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        ScalarValue text => text.Text,
        _ => throw new InvalidOperationException(value.Kind),
    };
}
