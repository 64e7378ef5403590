using System.Diagnostics;
using System.Text.Json;
using Bot.Hosting;
using Bot.Meaning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shared;

namespace Bot.Tests.Health;

/// <summary>What a trace shows of an article's way to its post, and of an interaction's to its answer.</summary>
public class TracesTests
{
    static readonly AnswersOptions WithoutModel = new() { Meaning = false };

    [Fact]
    public async Task Article_is_traced_from_its_file_to_the_record_of_its_post()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(answers: WithoutModel);
        await desk.StartWithNewsChannelAsync();
        using var spans = new SpanRecorder();

        desk.Write("traced.md", "Crane");
        var read = await spans.UntilEndedAsync("read file", "article.path", "traced.md");
        var delivered = await spans.UntilEndedAsync("deliver story", read);
        await spans.UntilEndedAsync("import", read);

        Assert.Equal(
            """
            import
              decide stories
                write database
                  queue story
                    deliver story
                      POST /channels/{0}/messages
                      draft message
                        read database
                      write database
              group stories
                write database
              read database
              store files
                write database
                  read file
              write database

            """,
            TraceSpan.Draw(spans.Spans, read.Trace));
        Assert.Equal("read", read.Tags["newsdesk.outcome"]);
        Assert.Equal(("posted", "1"), (delivered.Tags["newsdesk.outcome"], delivered.Tags["newsdesk.attempt"]));
    }

    [Fact]
    public async Task Edit_is_traced_from_the_file_that_caused_it()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(editEvery: TimeSpan.FromSeconds(1), answers: WithoutModel);
        await desk.StartWithNewsChannelAsync();
        desk.Write("edited.md", "Crane");
        await desk.UntilPostedAsync("news", 1);
        using var spans = new SpanRecorder();

        desk.Write("edited.md", "Crane falls");
        var read = await spans.UntilEndedAsync("read file", "article.path", "edited.md");

        await spans.UntilEndedAsync("PATCH /channels/{0}/messages/{1}", read);
    }

    [Fact]
    public async Task Attempt_that_failed_and_the_one_that_posted_are_in_one_trace()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(answers: WithoutModel);
        await desk.StartWithNewsChannelAsync();
        using var spans = new SpanRecorder();

        await desk.CauseAsync("""{"channel": "news", "deny": ["SEND_MESSAGES"]}""");
        desk.Write("refused.md", "Crane");
        var read = await spans.UntilEndedAsync("read file", "article.path", "refused.md");
        var refused = await spans.UntilEndedAsync("deliver story", read);
        var request = await spans.UntilEndedAsync("POST /channels/{0}/messages", read);

        Assert.Equal("retried", refused.Tags["newsdesk.outcome"]);
        Assert.Equal((refused.Id, "403"), (request.Parent, request.Tags["http.response.status_code"]));
    }

    [Fact]
    public async Task Interaction_is_traced_from_its_arrival_to_the_answer()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(answers: WithoutModel);
        await desk.StartWithNewsChannelAsync();
        using var spans = new SpanRecorder();

        await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/search words:boat"}""");
        var command = await spans.UntilEndedAsync("command search", "newsdesk.outcome", "answered");

        Assert.Null(command.Parent);
        Assert.Equal(
            """
            command search
              POST /interactions/{0}/{1}/callback
              work out answer
                read database

            """,
            TraceSpan.Draw(spans.Spans, command.Trace));
    }

    [Fact]
    public async Task Spans_tell_nothing_of_what_members_type_or_who_they_are_and_no_secret()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(answers: WithoutModel);
        await desk.StartWithNewsChannelAsync();
        using var spans = new SpanRecorder();

        await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/search words:untold"}""");
        await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/follow topic:Harbour"}""");
        var opened = await spans.UntilEndedAsync("POST /users/@me/channels", "http.response.status_code", "200");
        await spans.UntilEndedAsync("deliver story", opened);

        var told = JsonSerializer.Serialize(spans.Spans);
        Assert.DoesNotContain("untold", told, StringComparison.OrdinalIgnoreCase);
        var member = LocalDiscord.Guilds.Seed.MemberId;
        Assert.Contains("command follow", told, StringComparison.Ordinal);
        Assert.DoesNotContain(member, told, StringComparison.Ordinal);
        Assert.DoesNotContain(LocalDiscord.LocalDiscordServer.Token, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discord_is_told_nothing_of_traces()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var discord = builder.Build();
        IEnumerable<string> headers = [];
        discord.Run(context =>
        {
            headers = [.. context.Request.Headers.Keys];
            return Task.CompletedTask;
        });
        await discord.StartAsync(TestContext.Current.CancellationToken);
        await using var services = new ServiceCollection().AddDiscord(new() { Token = "token" }).BuildServiceProvider();

        using var going = new Activity("going on").Start();
        await services.GetRequiredService<HttpClient>().GetAsync(new Uri(discord.Urls.Single()), TestContext.Current.CancellationToken);

        Assert.Equal(["Host"], headers);
    }
}
