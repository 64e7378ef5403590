using Discord.Models;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class EndpointTests
{
    const string Thread = """
        {"id":"100","type":11,"guild_id":"12","parent_id":"42","owner_id":"11","name":"Rates","flags":2,"applied_tags":["7"],
         "thread_metadata":{"archived":false,"archive_timestamp":"2026-08-05T12:00:00.000000+00:00","locked":true},
         "message":{"id":"100","channel_id":"100","content":"Summary"}}
        """;

    static readonly Snowflake Channel = new(42);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Forum_post_matches_the_documentation()
    {
        await using var discord = await StartAsync(Answer(201, Thread));

        var post = await discord.Rest.StartThreadInForumChannelAsync(
            Channel,
            new()
            {
                Name = "Headline",
                AutoArchiveDuration = 1440,
                AppliedTags = [new(1220000000000000001)],
                Message = new()
                {
                    Content = "Summary",
                    Embeds = [new() { Title = "Headline", Url = "https://ex.org/a" }],
                    Nonce = "d1",
                    EnforceNonce = true,
                },
            },
            Ct);

        Assert.Equal(
            """
            {"name":"Headline","auto_archive_duration":1440,"applied_tags":["1220000000000000001"],
            "message":{"content":"Summary","embeds":[{"title":"Headline","url":"https://ex.org/a"}],"allowed_mentions":{"parse":[]}}}
            """.ReplaceLineEndings(""),
            Assert.Single(discord.Requests).Body);
        Assert.Equal((post.Id, "Summary"), (post.Message!.Id, post.Message.Content));
        Assert.Equal((true, false), (post.ThreadMetadata!.Locked, post.ThreadMetadata.Archived));
        Assert.Equal(new(7), Assert.Single(post.AppliedTags));
    }

    [Fact]
    public async Task Threads_use_the_documented_endpoints()
    {
        await using var discord = await StartAsync(
            Answer(201, Thread), Answer(200, Thread), Answer(200, """{"threads":[{"id":"100","type":11}],"members":[]}"""));
        var rest = discord.Rest;

        await rest.StartThreadFromMessageAsync(Channel, new(100), new() { Name = "Rates" }, Ct);
        await rest.ModifyThreadAsync(new(100), new() { Archived = true, AppliedTags = [] }, Ct);
        var active = await rest.ListActiveGuildThreadsAsync(new(12), Ct);

        Assert.Equal(new(100), Assert.Single(active.Threads).Id);
        AssertRequests(
            discord,
            """POST /api/v10/channels/42/messages/100/threads {"name":"Rates"}""",
            """PATCH /api/v10/channels/100 {"archived":true,"applied_tags":[]}""",
            "GET /api/v10/guilds/12/threads/active");
    }

    [Fact]
    public async Task Archived_threads_are_listed_page_by_page()
    {
        const string page = """
            {"threads":[{"id":"100","type":11,"thread_metadata":{"archived":true,"auto_archive_duration":60,
              "archive_timestamp":"2026-08-05T12:00:00.123456+00:00","locked":false}}],
             "members":[],"has_more":true}
            """;
        const string end = """{"threads":[],"members":[],"has_more":false}""";
        await using var discord = await StartAsync(Answer(200, page), Answer(200, end));

        var first = await discord.Rest.ListPublicArchivedThreadsAsync(Channel, 50, null, Ct);
        var before = Assert.Single(first.Threads).ThreadMetadata!.ArchiveTimestamp.ToOffset(TimeSpan.FromHours(2));
        var second = await discord.Rest.ListPublicArchivedThreadsAsync(Channel, 50, before, Ct);

        Assert.Equal((true, false), (first.HasMore, second.HasMore));
        AssertRequests(
            discord,
            "GET /api/v10/channels/42/threads/archived/public?limit=50",
            "GET /api/v10/channels/42/threads/archived/public?limit=50&before=2026-08-05T12%3A00%3A00.1234560Z");
    }

    [Fact]
    public async Task Messages_use_the_documented_endpoints()
    {
        await using var discord = await StartAsync(
            Answer(200, Posted), Answer(204), Answer(200, "[]"), Answer(200, "[]"), Answer(200, Posted), Answer(200, Posted));
        var rest = discord.Rest;

        await rest.EditMessageAsync(Channel, new(100), new() { Content = "" }, Ct);
        await rest.DeleteMessageAsync(Channel, new(100), Ct);
        await rest.GetChannelMessagesAsync(Channel, 50, null, Ct);
        await rest.GetChannelMessagesAsync(Channel, 50, new(100), Ct);
        await rest.GetChannelMessageAsync(Channel, new(100), Ct);
        await rest.CrosspostMessageAsync(Channel, new(100), Ct);

        AssertRequests(
            discord,
            """PATCH /api/v10/channels/42/messages/100 {"content":null,"allowed_mentions":{"parse":[]}}""",
            "DELETE /api/v10/channels/42/messages/100",
            "GET /api/v10/channels/42/messages?limit=50",
            "GET /api/v10/channels/42/messages?limit=50&before=100",
            "GET /api/v10/channels/42/messages/100",
            "POST /api/v10/channels/42/messages/100/crosspost");
    }

    [Fact]
    public async Task Channels_and_guilds_use_the_documented_endpoints()
    {
        await using var discord = await StartAsync(
            Answer(200, """{"id":"42","type":5}"""), Answer(200, """{"channel_id":"42","webhook_id":"77"}"""),
            Answer(200, """{"id":"88","type":1}"""), Answer(200, """{"id":"12","roles":[{"id":"12","permissions":"1024"}]}"""),
            Answer(200, """{"user":{"id":"11"},"roles":["20"]}"""));
        var rest = discord.Rest;

        var channel = await rest.GetChannelAsync(Channel, Ct);
        var followed = await rest.FollowAnnouncementChannelAsync(Channel, new(43), Ct);
        await rest.CreateDMAsync(new(9), Ct);
        var guild = await rest.GetGuildAsync(new(12), Ct);
        var member = await rest.GetGuildMemberAsync(new(12), new(11), Ct);

        Assert.Equal((ChannelType.GuildAnnouncement, new Snowflake(77)), (channel.Type, followed.WebhookId));
        Assert.Equal((Permissions.ViewChannel, new Snowflake(20)), (guild.Roles[0].Permissions, Assert.Single(member.Roles)));
        AssertRequests(
            discord,
            "GET /api/v10/channels/42",
            """POST /api/v10/channels/42/followers {"webhook_channel_id":"43"}""",
            """POST /api/v10/users/@me/channels {"recipient_id":"9"}""",
            "GET /api/v10/guilds/12",
            "GET /api/v10/guilds/12/members/11");
    }

    [Fact]
    public async Task Webhooks_of_followed_channels_use_the_documented_endpoints()
    {
        const string webhooks = """
            [{"id":"77","type":2,"name":"Hub","channel_id":"43","guild_id":"12","source_channel":{"id":"42","name":"markets"},
              "source_guild":{"id":"9","name":"Hub","icon":null}},
             {"id":"78","type":1,"channel_id":"43","guild_id":"12","token":"secret"}]
            """;
        await using var discord = await StartAsync(Answer(200, webhooks), Answer(204));

        var found = await discord.Rest.GetChannelWebhooksAsync(new(43), Ct);
        await discord.Rest.DeleteWebhookAsync(new(77), Ct);

        Assert.Equal([(WebhookType.ChannelFollower, "markets"), (WebhookType.Incoming, null)],
            found.Select(one => (one.Type, one.SourceChannel?.Name)));
        AssertRequests(discord, "GET /api/v10/channels/43/webhooks", "DELETE /api/v10/webhooks/77");
    }

    [Fact]
    public async Task Applications_use_the_documented_endpoints()
    {
        const string gateway = """
            {"url":"wss://gateway.discord.gg/","shards":1,
             "session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}
            """;
        await using var discord = await StartAsync(
            Answer(200, """{"id":"11"}"""), Answer(200, """{"id":"1","name":"News Desk"}"""), Answer(200, "[]"), Answer(200, "[]"),
            Answer(200, gateway));
        var rest = discord.Rest;

        await rest.GetCurrentUserAsync(Ct);
        Assert.Equal(new Snowflake(1), (await rest.GetCurrentApplicationAsync(Ct)).Id);
        await rest.GetGlobalApplicationCommandsAsync(new(1), Ct);
        await rest.BulkOverwriteGlobalApplicationCommandsAsync(new(1), [new() { Name = "latest", Description = "The latest" }], Ct);
        var limit = (await rest.GetGatewayBotAsync(Ct)).SessionStartLimit;

        Assert.Equal((999, 14_400_000, 1), (limit.Remaining, limit.ResetAfterMilliseconds, limit.MaxConcurrency));
        AssertRequests(
            discord,
            "GET /api/v10/users/@me",
            "GET /api/v10/applications/@me",
            "GET /api/v10/applications/1/commands?with_localizations=true",
            """PUT /api/v10/applications/1/commands [{"type":1,"name":"latest","description":"The latest"}]""",
            "GET /api/v10/gateway/bot");
    }

    static void AssertRequests(RestFixture discord, params string[] expected) =>
        Assert.Equal(expected, discord.Requests.Select(request => $"{request.Line} {request.Body}".TrimEnd()));
}
