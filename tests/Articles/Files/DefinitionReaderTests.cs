using System.Text;
using Articles.Files;
using Shared;

namespace Articles.Tests.Files;

/// <summary>Files of topics and providers.</summary>
public class DefinitionReaderTests
{
    [Fact]
    public void Topic_has_keywords_and_hashtags()
    {
        var (topic, problems) = Topic("""
            name: Weather and tides
            shortname: Weather
            parent: Harbour
            keywords: [storm, wind, storm]
            hashtags:
              - "#Weather #Storm"
              - Tide
            """);

        Assert.Empty(problems);
        Assert.Equal(("Weather and tides", "Weather", "Harbour"), (topic!.Name, topic.ShortName, topic.Parent));
        Assert.Equal(["storm", "wind"], topic.Keywords);
        Assert.Equal(["#Weather", "#Storm", "#Tide"], topic.Hashtags);
    }

    [Theory]
    [InlineData("a.yaml", "name: Gazette\ndomain: www.Gazette.example\nicon: https://gazette.example/i.png\n")]
    [InlineData("a.md",
        "---\ntaxonomy: organization\nname: Gazette\ndomain: gazette.example\nimages:\n  - url: https://gazette.example/i.png\n---\n")]
    public void Provider_file_is_YAML_or_Markdown(string path, string text)
    {
        var (provider, problems) = DefinitionReader.Provider("providers/" + path, Encoding.UTF8.GetBytes(text));

        Assert.Empty(problems);
        Assert.Equal(new ProviderDefinition("gazette.example", "Gazette", new("https://gazette.example/i.png")), provider);
    }

    [Theory]
    [InlineData("name: A\ndomain: https://a.example/\n",
        "p.yaml:2:9: domain \"https://a.example/\" is not a domain. "
        + "Write it without https:// and without a path, such as gazette.example.")]
    [InlineData("name: A\n", "p.yaml:1:1: domain is missing. Add a line such as domain: gazette.example")]
    [InlineData("name: A\ndomain: a.example\nicon: /i.png\n",
        "p.yaml:3:7: warning: icon \"/i.png\" is a relative address, so it is ignored. "
        + "Write the full address, such as https://gazette.example/icon.png.")]
    [InlineData("name: A\ndomain: a.example\nimgaes: []\n", "p.yaml:3:1: warning: There is no field \"imgaes\". Did you mean images?")]
    public void Mistake_in_a_provider_file_is_reported(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(DefinitionReader.Provider("p.yaml", Encoding.UTF8.GetBytes(text)).Problems).ToString());

    /// <param name="end">A shell completes a folder's name with a slash.</param>
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void Folder_of_a_file_decides_what_it_describes(string end)
    {
        using var folder = new TemporaryFolder();
        string[] names =
        [
            "a.md", "providers/b.md", "providers/c.yaml", "providers/README.md",
            "topics/d.yml", "topics/e.md", "deep/providers/f.md", "g.yaml",
        ];
        foreach (var name in names)
            folder.Write(name, "");

        Assert.Equal(
            [
                ("a.md", ContentKind.Article), ("deep/providers/f.md", ContentKind.Article), ("providers/b.md", ContentKind.Provider),
                ("providers/c.yaml", ContentKind.Provider), ("topics/d.yml", ContentKind.Topic), ("topics/e.md", ContentKind.Article),
            ],
            new ContentFolder(folder.Path + end).Files().Select(file => (file.Path, file.Kind)).Order());
    }

    [Fact]
    public void Topics_and_providers_of_the_corpus_have_no_errors()
    {
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_data/topics"), "*.yaml"))
            Assert.NotEmpty(DefinitionReader.Topic("t.yaml", File.ReadAllBytes(file)).Topic!.Hashtags);
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_data/organizations"), "*.md"))
        {
            var (provider, problems) = DefinitionReader.Provider("p.md", File.ReadAllBytes(file));
            Assert.Equal(Path.GetFileNameWithoutExtension(file), provider!.Domain);
            Assert.All(problems, problem => Assert.Contains("is a relative address", problem.Message));
        }
    }

    static (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) Topic(string text) =>
        DefinitionReader.Topic("t.yaml", Encoding.UTF8.GetBytes(text));
}
