using System.Text;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

public sealed class UploadsTests
{
    [Fact]
    public async Task Uploaded_file_is_attached_and_served()
    {
        await using var discord = await TestDiscord.StartAsync();

        var sent = await UploadAsync(
            discord, """{"content":"see","attachments":[{"id":"0","description":"a chart"}]}""", ("files[0]", "chart.png", "pixels"));
        var attachment = sent.Json["attachments"]![0]!;
        var served = await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, attachment["url"]!.ToString()));

        Assert.Equal(
            ("chart.png", "6", "image/png", "a chart"),
            (attachment["filename"]!.ToString(), attachment["size"]!.ToString(), attachment["content_type"]!.ToString(),
                attachment["description"]!.ToString()));
        Assert.Equal((200, "image/png", "pixels"), (served.Status, served.ContentType, served.Text));
    }

    [Fact]
    public async Task Embed_and_component_can_show_an_uploaded_file()
    {
        await using var discord = await TestDiscord.StartAsync();

        var embed = await UploadAsync(
            discord, """{"embeds":[{"title":"t","image":{"url":"attachment://chart.png"}}]}""", ("files[0]", "chart.png", "pixels"));
        var component = await UploadAsync(
            discord, """{"flags":32768,"components":[{"type":13,"file":{"url":"attachment://list.csv"}}]}""",
            ("files[0]", "list.csv", "a,b"));

        var image = embed.Json["embeds"]![0]!["image"]!["url"]!.ToString();
        var served = await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, image));
        Assert.Equal((200, "pixels"), (served.Status, served.Text));
        Assert.Equal(
            ("list.csv", "3"),
            (component.Json["components"]![0]!["name"]!.ToString(), component.Json["components"]![0]!["size"]!.ToString()));
    }

    [Fact]
    public async Task File_that_a_component_or_an_embed_shows_is_not_among_the_attachments_until_it_shows_it_no_more()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await UploadAsync(discord, Gallery("attachment://a.png"), ("files[0]", "a.png", "pixels"));
        var path = $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}";
        var media = sent.Json["components"]![0]!["items"]![0]!["media"]!;

        var hidden = await discord.ApiAsync("PATCH", path, """{"flags":32768,"components":[{"type":10,"content":"no picture"}]}""");

        Assert.Empty(sent.Json["attachments"]!.AsArray());
        Assert.EndsWith($"/{media["attachment_id"]}/a.png", media["url"]!.ToString());
        Assert.Equal(media["attachment_id"]!.ToString(), hidden.Json["attachments"]![0]!["id"]!.ToString());
    }

    [Fact]
    public async Task Edit_keeps_a_file_that_is_shown_and_deletes_one_that_it_does_not_list()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await UploadAsync(discord, Gallery("attachment://a.png"), ("files[0]", "a.png", "pixels"));
        var path = $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}";
        var id = sent.Json["components"]![0]!["items"]![0]!["media"]!["attachment_id"]!.ToString();

        var kept = await discord.ApiAsync("PATCH", path, Gallery("attachment://a.png", $$"""[{"id":"{{id}}"}]"""));
        var lost = await discord.ApiAsync("PATCH", path, Gallery("attachment://a.png", "[]"));

        Assert.Equal(id, kept.Json["components"]![0]!["items"]![0]!["media"]!["attachment_id"]!.ToString());
        Assert.Equal(50146, lost.Code);
    }

    [Theory]
    [InlineData("""{"content":"see","attachments":[{"id":1}]}""")]
    [InlineData("""{"embeds":[{"title":"t","image":{"url":"attachment://other.png"}}]}""")]
    public async Task Reference_to_a_missing_file_is_rejected_with_50146(string payload)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(50146, (await UploadAsync(discord, payload, ("files[0]", "chart.png", "pixels"))).Code);
    }

    [Fact]
    public async Task Message_can_consist_of_a_file_only()
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(200, (await UploadAsync(discord, "{}", ("files[0]", "chart.png", "pixels"))).Status);
    }

    [Fact]
    public async Task Edit_keeps_the_files_that_it_lists()
    {
        await using var discord = await TestDiscord.StartAsync();
        var sent = await UploadAsync(discord, """{"content":"see"}""", ("files[0]", "a.txt", "a"), ("files[1]", "b.txt", "b"));
        var path = $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}";

        var untouched = await discord.ApiAsync("PATCH", path, """{"content":"look"}""");
        var fewer = await discord.ApiAsync("PATCH", path, $$$"""{"attachments":[{"id":"{{{sent.Json["attachments"]![1]!["id"]}}}"}]}""");

        Assert.Equal(2, untouched.Json["attachments"]!.AsArray().Count);
        Assert.Equal("b.txt", fewer.Json["attachments"]!.AsArray().Single()!["filename"]!.ToString());
    }

    [Fact]
    public async Task File_that_could_be_a_web_page_is_served_as_a_download()
    {
        await using var discord = await TestDiscord.StartAsync();

        var sent = await UploadAsync(discord, "{}", ("files[0]", "../page.html", "<script>"));
        var served = await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, sent.Json["attachments"]![0]!["url"]!.ToString()));

        Assert.Equal(
            ("application/octet-stream", "nosniff", "default-src 'none'; sandbox"),
            (served.ContentType, served.Headers["X-Content-Type-Options"], served.Headers["Content-Security-Policy"]));
        Assert.Equal("page.html", sent.Json["attachments"]![0]!["filename"]!.ToString());
    }

    [Fact]
    public async Task Files_survive_a_restart_beside_the_state_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        string path;
        await using (var before = await TestDiscord.StartAsync(stateFile: file))
            path = new Uri(
                (await UploadAsync(before, "{}", ("files[0]", "a.txt", "kept"))).Json["attachments"]![0]!["url"]!.ToString()).AbsolutePath;

        await using var discord = await TestDiscord.StartAsync(stateFile: file);

        Assert.Equal("kept", (await discord.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(discord.Server.Address, path)))).Text);
    }

    static string Gallery(string url, string? attachments = null) =>
        $$$"""{"flags":32768,"components":[{"type":12,"items":[{"media":{"url":"{{{url}}}"}}]}]"""
            + (attachments is null ? "}" : $$""","attachments":{{attachments}}}""");

    static Task<Reply> UploadAsync(TestDiscord discord, string payload, params (string Part, string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(payload, Encoding.UTF8, "application/json"), "payload_json" } };
        foreach (var (part, name, text) in files)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), part, name);
        var request = new HttpRequestMessage(
            HttpMethod.Post, $"{discord.Server.ApiBase}/channels/{Seed.GeneralChannelId}/messages") { Content = form };
        request.Headers.TryAddWithoutValidation("Authorization", "Bot " + LocalDiscordServer.Token);
        return discord.SendAsync(request);
    }
}
