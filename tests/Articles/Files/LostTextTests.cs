using System.Text;
using Articles.Files;

namespace Articles.Tests.Files;

/// <summary>Text without quotes of which YAML takes a part for something else.</summary>
public class LostTextTests
{
    [Theory]
    [InlineData("title: Crew #4 wins", "2:8", "\"#4 wins\" is a YAML comment")]
    [InlineData("title: Crew # 4 wins", "2:8", "\"# 4 wins\" is a YAML comment")]
    [InlineData("title: Crew\t#4 wins", "2:8", "\"#4 wins\" is a YAML comment")]
    [InlineData("title: !Seal wins", "2:8", "\"!Seal\" is a YAML tag")]
    [InlineData("title: !!Seal wins", "2:8", "\"!!Seal\" is a YAML tag")]
    [InlineData("title: &Seal wins", "2:8", "\"&Seal\" is a YAML anchor")]
    [InlineData("title: Crew\nexcerpt: We are #1", "3:10", "\"#1\" is a YAML comment")]
    [InlineData("title: Crew\nexcerpt: #1 in sales", "3:9", "\"#1 in sales\" is a YAML comment")]
    [InlineData("title: Crew\ntopics: Boats #sea", "3:9", "\"#sea\" is a YAML comment")]
    [InlineData("title: Crew\ntopics:\n  - C #", "4:5", "\"#\" is a YAML comment")]
    [InlineData("title: Crew\ntopics:\n  - #Energy\n  - Sea", "4:4", "\"#Energy\" is a YAML comment")]
    [InlineData("title: Crew\ntopics:\n  - !Energy x", "4:5", "\"!Energy\" is a YAML tag")]
    [InlineData("title: Crew\nprovider:\n  name: Radio #1", "4:9", "\"#1\" is a YAML comment")]
    [InlineData("title: Crew\nrelated:\n  - title: Crew #4", "4:12", "\"#4\" is a YAML comment")]
    public void Lost_part_is_a_warning(string fields, string place, string problem)
    {
        var warning = Read(fields).Problems.First(found => found.Message.Contains("YAML", StringComparison.Ordinal)).ToString();

        Assert.Equal($"a.md:{place}: warning: {problem}, which is not part of the text. Put the whole text in double quotes.", warning);
    }

    [Theory]
    [InlineData("title: #4 wins")]
    [InlineData("title: *Seal wins")]
    [InlineData("title: *Seal")]
    [InlineData("title: [Live] Seal wins")]
    [InlineData("title: @seal wins")]
    [InlineData("title: Seal: wins")]
    [InlineData("title: \"Seal\" wins")]
    public void Title_that_is_lost_as_a_whole_is_an_error(string title) => Assert.Null(Read(title).Article);

    [Theory]
    [InlineData("title: \"Crew #4 wins\" # the headline")]
    [InlineData("title: Crew#4 wins")]
    [InlineData("title: !!str 1984")]
    [InlineData("title: Crew\ntype: video # or article")]
    [InlineData("title: Crew\nquality: 47 # of 100")]
    [InlineData("title: Crew\npublished: false # until Monday")]
    [InlineData("title: Crew\nexcerpt: # none")]
    [InlineData("title: >\n  Crew\n  #4 wins")]
    [InlineData("# The crew\ntitle: Crew\n# and more")]
    public void Remark_is_no_problem(string fields) => Assert.Empty(Read(fields).Problems);

    static ArticleReading Read(string fields) => ArticleReader.Read(
        "a.md", Encoding.UTF8.GetBytes($"---\n{fields}\npublishedDateTime: 2026-08-14\nwebUrl: https://a.example/\n---\n"));
}
