using Discord.Models;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class UploadTests
{
    static readonly MessageAttachment Chart = MessageAttachment.Upload("chart.svg", "<svg/>"u8.ToArray()) with { Description = "Heat" };
    static readonly MessageAttachment Notes = MessageAttachment.Upload("a \"b\" ü.txt", "hush"u8.ToArray());

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_multipart_parts_with_their_numbers()
    {
        await using var discord = await StartAsync(Answer(200, Posted));

        await discord.Rest.CreateMessageAsync(new(42), new() { Content = "hi", Attachments = [Chart, Notes] }, Ct);

        var request = Assert.Single(discord.Requests);
        Assert.StartsWith("multipart/form-data; boundary=", request.ContentType, StringComparison.Ordinal);
        Assert.Equal(
            """
            {"content":"hi","attachments":[{"id":"0","filename":"chart.svg","description":"Heat"},
            {"id":"1","filename":"a \"b\" ü.txt"}],"allowed_mentions":{"parse":[]}}
            """.ReplaceLineEndings(""),
            request.Body);
        Assert.Equal(["files[0] chart.svg <svg/>", "files[1] a _b_ ü.txt hush"], request.Files);
    }

    [Fact]
    public async Task Every_message_endpoint_takes_files()
    {
        await using var discord = await StartAsync(
            Answer(200, Posted), Answer(204), Answer(200, Posted), Answer(200, Posted), Answer(201, """{"id":"100","type":11}"""));
        var rest = discord.Rest;

        await rest.EditMessageAsync(new(42), new(100), new() { Attachments = [MessageAttachment.Keep(new(9)), Chart] }, Ct);
        var data = new InteractionCallbackData { Content = "hi", Attachments = [Chart] };
        await rest.CreateInteractionResponseAsync(
            new(7), "tok", new() { Type = InteractionResponseType.ChannelMessageWithSource, Data = data }, Ct);
        await rest.EditOriginalInteractionResponseAsync(new(1), "tok", new() { Attachments = [Chart] }, Ct);
        await rest.CreateFollowupMessageAsync(new(1), "tok", new() { Content = "hi", Attachments = [Chart] }, Ct);
        await rest.StartThreadInForumChannelAsync(
            new(42), new() { Name = "Heat", Message = new() { Content = "hi", Attachments = [Chart] } }, Ct);

        Assert.All(discord.Requests, request => Assert.Equal("files[0] chart.svg <svg/>", Assert.Single(request.Files)));
        Assert.StartsWith(
            """{"attachments":[{"id":"9"},{"id":"0","filename":"chart.svg","description":"Heat"}]""",
            discord.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_sends_the_files_again()
    {
        await using var discord = await StartAsync(Answer(502), Answer(200, Posted));

        var sending = discord.Rest.CreateMessageAsync(new(42), new() { Attachments = [Chart], Nonce = "d1", EnforceNonce = true }, Ct);
        await discord.Clock.PassAsync(0.5, 1);

        await sending;
        Assert.Equal(discord.Requests[0].Files, discord.Requests[1].Files);
    }

    [Fact]
    public async Task Kept_files_need_no_multipart_request()
    {
        await using var discord = await StartAsync(Answer(200, Posted));

        await discord.Rest.EditMessageAsync(new(42), new(100), new() { Attachments = [MessageAttachment.Keep(new(9))] }, Ct);

        Assert.Equal("application/json", Assert.Single(discord.Requests).ContentType);
    }
}
