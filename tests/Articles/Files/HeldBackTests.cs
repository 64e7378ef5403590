using System.Text;
using Articles.Files;

namespace Articles.Tests.Files;

/// <summary>What other programs call a draft must not be posted.</summary>
public class HeldBackTests
{
    [Theory]
    [InlineData("draft: true", "a.md:5:1: \"draft\" doesn't hold the article back.")]
    [InlineData("Draft: yes", "a.md:5:1: \"Draft\" doesn't hold the article back.")]
    [InlineData("is_draft: 1", "a.md:5:1: \"is_draft\" doesn't hold the article back.")]
    [InlineData("status: Draft", "a.md:5:1: \"status\" doesn't hold the article back.")]
    [InlineData("visibility: private", "a.md:5:1: \"visibility\" doesn't hold the article back.")]
    [InlineData("public: false", "a.md:5:1: \"public\" doesn't hold the article back.")]
    [InlineData("published: true\ndraft: true", "a.md:6:1: \"draft\" doesn't hold the article back.")]
    [InlineData("Published: false", "a.md:5:1: There is no field \"Published\". Did you mean published?")]
    [InlineData("PUBLISHED: maybe", "a.md:5:1: There is no field \"PUBLISHED\". Did you mean published?")]
    [InlineData("publised: false", "a.md:5:1: There is no field \"publised\". Did you mean published?")]
    [InlineData("publish: no", "a.md:5:1: There is no field \"publish\". Did you mean published?")]
    [InlineData("is-published: false", "a.md:5:1: There is no field \"is-published\". Did you mean published?")]
    [InlineData("unpublished: true", "a.md:5:1: There is no field \"unpublished\". Did you mean published?")]
    [InlineData("status: [draft]", "a.md:5:1: \"status\" doesn't hold the article back.")]
    [InlineData("wip: true", "a.md:5:1: \"wip\" doesn't hold the article back.")]
    [InlineData("visible: false", "a.md:5:1: \"visible\" doesn't hold the article back.")]
    [InlineData("not_published: true", "a.md:5:1: There is no field \"not_published\". Did you mean published?")]
    [InlineData("published: no", "a.md:5:12: published \"no\" is neither true nor false.")]
    public void Draft_of_another_program_is_an_error(string fields, string problem)
    {
        var reading = Read("a.md", fields);

        Assert.Null(reading.Article);
        Assert.StartsWith(problem, Assert.Single(reading.Problems).ToString());
    }

    [Theory]
    [InlineData("_drafts/a.md")]
    [InlineData("2026/_Drafts/11/a.md")]
    [InlineData("drafts/a.md")]
    [InlineData("draft/a.md")]
    [InlineData("a.draft.md")]
    public void File_in_a_folder_of_drafts_is_an_error(string path)
    {
        var reading = Read(path, "quality: 1");

        Assert.Null(reading.Article);
        Assert.StartsWith($"{path}:1:1: ", Assert.Single(reading.Problems).ToString());
        Assert.Contains("nothing is held back there", reading.Problems[0].Message);
    }

    [Theory]
    [InlineData("a.md", "draft: false")]
    [InlineData("a.md", "status: final")]
    [InlineData("a.md", "publisher: Harbour Gazette")]
    [InlineData("drafts.md", "quality: 1")]
    [InlineData("draftsmen/a.md", "quality: 1")]
    [InlineData("_drafts/a.md", "published: false")]
    [InlineData("a.md", "published: false\ndraft: true")]
    public void What_is_held_back_or_no_draft_is_read(string path, string fields) =>
        Assert.DoesNotContain(Read(path, fields).Problems, problem => problem.Severity is ContentSeverity.Error);

    static ArticleReading Read(string path, string fields) => ArticleReader.Read(
        path, Encoding.UTF8.GetBytes($"---\ntitle: Boat\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n{fields}\n---\n"));
}
