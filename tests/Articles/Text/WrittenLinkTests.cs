using Articles.Text;

namespace Articles.Tests.Text;

public class WrittenLinkTests
{
    [Theory]
    [InlineData("https://h.example/a?x=1&amp;y=2", "https://h.example/a?x=1&y=2")]
    [InlineData("https://h.example/a?x=1&amp;amp;y=2", "https://h.example/a?x=1&y=2")]
    [InlineData("https://h.example/a?x=1&#038;y=2&#x26;z=3", "https://h.example/a?x=1&y=2&z=3")]
    [InlineData("https:&#x2F;&#x2F;h.example&#x2F;a", "https://h.example/a")]
    [InlineData("<![CDATA[https://h.example/a?x=1&y=2]]>", "https://h.example/a?x=1&y=2")]
    [InlineData("https://h.example/a?copy=1&copy=2&lt", "https://h.example/a?copy=1&copy=2&lt")]
    [InlineData("https://ｇａｚｅｔｔｅ.example/a", "https://gazette.example/a")]
    [InlineData("https://ＧＡＺＥＴＴＥ．ｅｘａｍｐｌｅ：８０８０/a", "https://gazette.example:8080/a")]
    [InlineData("https://gazette。example/a", "https://gazette.example/a")]
    [InlineData("https://gazette｡example", "https://gazette.example/")]
    [InlineData("ｈｔｔｐｓ：／／ｇａｚｅｔｔｅ．ｅｘａｍｐｌｅ", "https://gazette.example/")]
    [InlineData("https://gazette.example/ｇ", "https://gazette.example/%EF%BD%87")]
    [InlineData("https://BÜCHER.example/", "https://bücher.example/")]
    public void Link_has_one_form(string written, string link)
    {
        var (read, error, _) = WrittenLink.Read(written);

        Assert.Null(error);
        Assert.Equal(link, read!.AbsoluteUri);
        Assert.Equal(LinkKey.Of(new(link)), LinkKey.Of(read));
    }

    [Theory]
    [InlineData("https://ann＠gazette.example/", "contains a username or password")]
    [InlineData("https://𝐠azette.example/", "has a host in letters that browsers replace")]
    [InlineData("https://ⓖazette.example/", "has a host in letters that browsers replace")]
    [InlineData("https://bu\u0308cher.example/", "has a host in letters that browsers replace")]
    [InlineData("https://ﬁsh.example/", "has a host in letters that browsers replace")]
    [InlineData("https://%EF%BD%87azette.example/a", "is not a link")]
    [InlineData("&#106;avascript:alert(1)", "is not a link")]
    public void Disguised_link_is_an_error(string written, string error) =>
        Assert.StartsWith(error, WrittenLink.Read(written).Error);

    [Fact]
    public void Domain_is_written_in_ordinary_letters() =>
        Assert.Equal("gazette.example", Provider.DomainOf("ＷＷＷ．ｇａｚｅｔｔｅ。example"));
}
