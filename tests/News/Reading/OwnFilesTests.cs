using System.Text;
using News.Reading;
using Shared;

namespace News.Tests.Reading;

/// <summary>The files of topics and providers.</summary>
public class OwnFilesTests
{
    [Fact]
    public void A_topic_has_keywords_and_hashtags()
    {
        var (topic, problems) = Topic("name: Weather and tides\nshortname: Weather\nparent: Harbour\nkeywords: [storm, wind, storm]\nhashtags:\n  - \"#Weather #Storm\"\n  - Tide\n");

        Assert.Empty(problems);
        Assert.Equal(("Weather and tides", "Weather", "Harbour"), (topic!.Name, topic.ShortName, topic.Parent));
        Assert.Equal(["storm", "wind"], topic.Keywords);
        Assert.Equal(["#Weather", "#Storm", "#Tide"], topic.Hashtags);
    }

    [Theory]
    [InlineData("a.yaml", "name: Gazette\ndomain: www.Gazette.example\nicon: https://gazette.example/i.png\n")]
    [InlineData("a.md", "---\ntaxonomy: organization\nname: Gazette\ndomain: gazette.example\nimages:\n  - url: https://gazette.example/i.png\n---\n")]
    public void A_provider_file_is_YAML_or_Markdown(string path, string text)
    {
        var (provider, problems) = ProviderReader.Read("providers/" + path, Encoding.UTF8.GetBytes(text));

        Assert.Empty(problems);
        Assert.Equal(new ProviderDefinition("gazette.example", "Gazette", new("https://gazette.example/i.png")), provider);
    }

    [Theory]
    [InlineData("name: A\ndomain: https://a.example/\n", "p.yaml:2:9: domain \"https://a.example/\" is not a domain. Write it without https:// and paths, such as gazette.example.")]
    [InlineData("name: A\n", "p.yaml:1:1: domain is missing. Add a line such as domain: gazette.example")]
    [InlineData("name: A\ndomain: a.example\nicon: /i.png\n", "p.yaml:3:7: warning: icon \"/i.png\" is an address within a site, and is ignored. Write the whole address, such as \"https://gazette.example/icon.png\".")]
    [InlineData("name: A\ndomain: a.example\nimgaes: []\n", "p.yaml:3:1: warning: There is no field imgaes. Did you mean images?")]
    public void A_mistake_in_a_provider_file_is_told(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(ProviderReader.Read("p.yaml", Encoding.UTF8.GetBytes(text)).Problems).ToString());

    /// <param name="end">As people complete the folder's name in a shell.</param>
    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public void What_a_file_describes_is_told_by_its_place(string end)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["a.md", "providers/b.md", "providers/c.yaml", "providers/README.md", "topics/d.yml", "topics/e.md", "deep/providers/f.md", "g.yaml"])
            folder.Write(name, "");

        Assert.Equal(
            [("a.md", ContentKind.Article), ("deep/providers/f.md", ContentKind.Article), ("providers/b.md", ContentKind.Provider), ("providers/c.yaml", ContentKind.Provider), ("topics/d.yml", ContentKind.Topic), ("topics/e.md", ContentKind.Article)],
            new ContentFolder(folder.Path + end).Files().Select(file => (file.Path, file.Kind)).Order());
    }

    [Fact]
    public async Task The_samples_have_no_problems_within_files_or_between_them()
    {
        var content = Path.Combine(Checkout.Root, "content");
        using var desk = new Desk(content);

        Assert.Empty((await desk.ImportAsync()).Problems);
        Assert.Equal(12, new ContentFolder(content).Files().Count(file => file.Kind is ContentKind.Provider));
    }

    [Fact]
    public void The_corpus_has_topics_and_providers_without_errors()
    {
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_data/topics"), "*.yaml"))
            Assert.NotEmpty(TopicReader.Read("t.yaml", File.ReadAllBytes(file)).Topic!.Hashtags);
        foreach (var file in Directory.GetFiles(Checkout.Corpus("powerapps-2021-10-01/_data/organizations"), "*.md"))
        {
            var (provider, problems) = ProviderReader.Read("p.md", File.ReadAllBytes(file));
            Assert.Equal(Path.GetFileNameWithoutExtension(file), provider!.Domain);
            Assert.All(problems, problem => Assert.Contains("is an address within a site", problem.Message));
        }
    }

    static (TopicDefinition? Topic, IReadOnlyList<ContentProblem> Problems) Topic(string text) => TopicReader.Read("t.yaml", Encoding.UTF8.GetBytes(text));
}
