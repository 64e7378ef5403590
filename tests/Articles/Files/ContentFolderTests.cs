using System.Net.Sockets;
using Articles.Files;
using Shared;

namespace Articles.Tests.Files;

/// <summary>With a real folder, because kinds of entries are what matters.</summary>
public sealed class ContentFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public ContentFolderTests() => folder.Write("content/a.md", "text");

    [Theory]
    [InlineData(".")]
    [InlineData("../content")]
    public void Link_to_the_folder_itself_adds_nothing(string target)
    {
        Link("latest", target);
        Link("current", target);
        folder.Write("content/sub/b.md", "text");
        Link("sub/up", "..");
        Link("sub/self", ".");

        Assert.Equal(["a.md", "sub/b.md"], Files());
        Assert.Empty(Look().Unreadable);
    }

    [Fact]
    public void Real_path_of_a_folder_wins_over_links_to_it()
    {
        folder.Write("content/z/b.md", "text");
        Link("a", "z");
        Link("b", "a");

        Assert.Equal(["a.md", "z/b.md"], Files());
    }

    [Fact]
    public void Link_to_a_folder_elsewhere_is_followed_once()
    {
        folder.Write("elsewhere/deep/b.md", "text");
        Link("one", "../elsewhere");
        Link("two", "../elsewhere");
        Link("three", "../elsewhere/deep");

        Assert.Equal(["a.md", "one/deep/b.md"], Files());
    }

    [Fact]
    public void Mounted_volume_with_links_to_hidden_data_is_read()
    {
        folder.Write("content/..2026_11_28/b.md", "four");
        folder.Write("content/..2026_11_28/topics/t.yaml", "name: T");
        Link("..data", "..2026_11_28");
        Link("b.md", "..data/b.md");
        Link("topics", "..data/topics");

        Assert.Equal(["a.md", "b.md", "topics/t.yaml"], Files());
        Assert.Equal(4, Look().Files.Single(file => file.Path == "b.md").Size);
    }

    [Fact]
    public void Folder_that_is_a_link_is_read_where_it_leads_now()
    {
        folder.Write("worktrees/one/b.md", "text");
        folder.Write("worktrees/two/c.md", "text");
        var link = folder.File("current");
        Directory.CreateSymbolicLink(link, "worktrees/one");
        var content = new ContentFolder(link);

        Assert.Equal(["b.md"], content.Files().Select(file => file.Path));
        Directory.Delete(link);
        Directory.CreateSymbolicLink(link, "worktrees/two");
        Assert.Equal(["c.md"], content.Files().Select(file => file.Path));
    }

    [Fact]
    public void Link_to_a_file_that_is_listed_adds_nothing()
    {
        folder.Write("elsewhere/notes.txt", "text");
        Link("b.md", "a.md");
        Link("c.md", "../elsewhere/notes.txt");
        Link("d.md", "../elsewhere/notes.txt");

        Assert.Equal(["a.md", "c.md"], Files());
    }

    [Theory]
    [InlineData("loop.md", "loop.md", "leads in a circle")]
    [InlineData("loop", "loop", "leads in a circle")]
    [InlineData("gone.md", "nowhere.md", "there is nothing where it leads")]
    [InlineData("gone", "nowhere/deep", "there is nothing where it leads")]
    [InlineData("above", "../..", "contains the content folder")]
    [InlineData("root", "/", "contains the content folder")]
    public void Link_that_cannot_be_followed_is_a_problem_of_its_own(string path, string target, string problem)
    {
        Link(path, target);

        Assert.Equal(["a.md"], Files());
        var told = Assert.Single(Look().Unreadable);
        Assert.Equal(path, told.Path);
        Assert.Contains(problem, told.Message);
    }

    [Fact]
    public void Broken_link_to_something_else_is_nobodys_business()
    {
        Link("picture.jpg", "nowhere.jpg");

        Assert.Empty(Look().Unreadable);
    }

    [Fact]
    public void Pipes_sockets_and_devices_are_not_opened()
    {
        Assert.SkipUnless(Libc.IsThere, "Only Linux has them all.");
        Libc.MakePipe(folder.File("content/pipe.md"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.File("content/socket.md")));
        Link("device.md", "/dev/zero");
        Link("terminal.md", "/dev/tty");
        Link("piped.md", "pipe.md");
        var content = Content;

        Assert.Equal(["a.md", "device.md", "pipe.md", "socket.md", "terminal.md"], Files());
        foreach (var path in Files().Skip(1))
            Assert.Contains("isn't a regular file", Assert.Single(content.Read(path).Problems).Message);
    }

    [Fact]
    public void Names_that_are_not_UTF8_are_problems()
    {
        Assert.SkipUnless(Libc.IsThere, "Other systems have no such names.");
        (byte[] Name, bool IsFolder)[] entries =
            [([.. "b"u8, 0xFF, .. ".md"u8], false), ([.. "b"u8, 0xFE, .. ".md"u8], false), ([.. "sub"u8, 0xFF], true)];
        foreach (var (name, isFolder) in entries)
            Libc.MakeNamed(folder.File("content"), name, isFolder);

        var (files, looked) = (Files().ToList(), Look());
        foreach (var (name, _) in entries)
            Libc.Delete(folder.File("content"), name);

        Assert.Equal(["a.md"], files);
        Assert.Equal(["b\uFFFD.md", "sub\uFFFD"], looked.Unreadable.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.All(looked.Unreadable, problem => Assert.Contains("not valid UTF-8", problem.Message));
    }

    [Fact]
    public void Name_with_the_replacement_character_itself_is_read()
    {
        folder.Write("content/b\uFFFD.md", "text");

        Assert.Equal(["a.md", "b\uFFFD.md"], Files());
        Assert.Empty(Look().Unreadable);
    }

    [Fact]
    public void Absence_below_what_cannot_be_read_means_nothing()
    {
        Link("sub", "nowhere");
        var looked = Look();

        Assert.True(looked.IsHidden("sub"));
        Assert.True(looked.IsHidden("sub/deep/b.md"));
        Assert.False(looked.IsHidden("subway/b.md"));
        Assert.False(looked.IsHidden("b.md"));
    }

    public void Dispose() => folder.Dispose();

    ContentFolder Content => new(folder.File("content"));

    ContentListing Look() => Content.Look();

    IEnumerable<string> Files() => Content.Files().Select(file => file.Path).Order(StringComparer.Ordinal);

    void Link(string path, string target) => File.CreateSymbolicLink(folder.File("content/" + path), target);
}
