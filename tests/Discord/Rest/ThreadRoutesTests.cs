using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class ThreadRoutesTests
{
    const string Thread = """
        {"id":"100","type":11,"guild_id":"12","parent_id":"42","owner_id":"11","name":"Rates","flags":2,"applied_tags":["7"],
         "thread_metadata":{"archived":false,"auto_archive_duration":1440,"archive_timestamp":"2026-08-05T12:00:00.000000+00:00","locked":true},
         "message":{"id":"100","channel_id":"100","content":"Summary"}}
        """;

    static readonly Snowflake Channel = new(42);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forum_post_is_written_and_read_as_the_documentation_has_it()
    {
        await using var discord = await StartAsync(Answer(201, Thread));

        var post = await discord.Rest.StartThreadInForumChannelAsync(
            Channel,
            new()
            {
                Name = "Headline",
                AutoArchiveDuration = 1440,
                AppliedTags = [new(1220000000000000001)],
                Message = new() { Content = "Summary", Embeds = [new() { Title = "Headline", Url = "https://ex.org/a" }], Nonce = "d1", EnforceNonce = true },
            },
            Ct);

        Assert.Equal(
            """{"name":"Headline","auto_archive_duration":1440,"applied_tags":["1220000000000000001"],"message":{"content":"Summary","embeds":[{"title":"Headline","url":"https://ex.org/a"}],"allowed_mentions":{"parse":[]}}}""",
            Assert.Single(discord.Requests).Body);
        Assert.Equal((post.Id, "Summary"), (post.Message!.Id, post.Message.Content));
        Assert.Equal((true, false, 1440), (post.ThreadMetadata!.Locked, post.ThreadMetadata.Archived, post.ThreadMetadata.AutoArchiveDuration));
        Assert.Equal((ChannelFlags.Pinned, new Snowflake(7)), (post.Flags, Assert.Single(post.AppliedTags)));
    }

    [Fact]
    public async Task Every_route_is_the_documentations()
    {
        await using var discord = await StartAsync(
            Answer(201, Thread), Answer(201, Thread), Answer(200, Thread), Answer(200, """{"threads":[{"id":"100","type":11}],"members":[]}"""),
            Answer(200, Posted), Answer(200, """{"channel_id":"42","webhook_id":"77"}"""), Answer(200, """{"id":"88","type":1,"recipients":[{"id":"9","username":"alice"}]}"""),
            Answer(200, """[{"id":"12","name":"@everyone","permissions":"1024"}]"""), Answer(200, """{"user":{"id":"11"},"roles":["20"]}"""),
            Answer(200, "[]"), Answer(200, "[]"), Answer(200, Posted), Answer(204));
        var rest = discord.Rest;

        await rest.StartThreadFromMessageAsync(Channel, new(100), new() { Name = "Rates", Type = ChannelType.PublicThread }, Ct);
        await rest.StartThreadWithoutMessageAsync(Channel, new() { Name = "Rates", Type = ChannelType.PublicThread }, Ct);
        await rest.ModifyThreadAsync(new(100), new() { Archived = true, AppliedTags = [] }, Ct);
        var active = await rest.ListActiveGuildThreadsAsync(new(12), Ct);
        await rest.CrosspostMessageAsync(Channel, new(100), Ct);
        var followed = await rest.FollowAnnouncementChannelAsync(Channel, new(43), Ct);
        var direct = await rest.CreateDMAsync(new(9), Ct);
        var roles = await rest.GetGuildRolesAsync(new(12), Ct);
        var member = await rest.GetGuildMemberAsync(new(12), new(11), Ct);
        await rest.GetGuildApplicationCommandsAsync(new(1), new(12), Ct);
        await rest.BulkOverwriteGuildApplicationCommandsAsync(new(1), new(12), [], Ct);
        await rest.GetOriginalInteractionResponseAsync(new(1), "tok", Ct);
        await rest.DeleteOriginalInteractionResponseAsync(new(1), "tok", Ct);

        Assert.Equal(new(100), Assert.Single(active.Threads).Id);
        Assert.Equal(new(77), followed.WebhookId);
        Assert.Equal("alice", Assert.Single(direct.Recipients).Username);
        Assert.Equal((Permissions.ViewChannel, new Snowflake(20)), (Assert.Single(roles).Permissions, Assert.Single(member.Roles)));
        Assert.Equal(
            [
                """POST /api/v10/channels/42/messages/100/threads {"name":"Rates"}""",
                """POST /api/v10/channels/42/threads {"name":"Rates","type":11}""",
                """PATCH /api/v10/channels/100 {"archived":true,"applied_tags":[]}""",
                "GET /api/v10/guilds/12/threads/active ",
                "POST /api/v10/channels/42/messages/100/crosspost ",
                """POST /api/v10/channels/42/followers {"webhook_channel_id":"43"}""",
                """POST /api/v10/users/@me/channels {"recipient_id":"9"}""",
                "GET /api/v10/guilds/12/roles ",
                "GET /api/v10/guilds/12/members/11 ",
                "GET /api/v10/applications/1/guilds/12/commands?with_localizations=true ",
                "PUT /api/v10/applications/1/guilds/12/commands []",
                "GET /api/v10/webhooks/1/tok/messages/@original ",
                "DELETE /api/v10/webhooks/1/tok/messages/@original ",
            ],
            discord.Requests.Select(request => $"{request.Line} {request.Body}"));
    }

    [Fact]
    public async Task Archived_threads_are_read_page_by_page()
    {
        const string Page = """
            {"threads":[{"id":"100","type":11,"thread_metadata":{"archived":true,"auto_archive_duration":60,"archive_timestamp":"2026-08-05T12:00:00.123456+00:00","locked":false}}],
             "members":[],"has_more":true}
            """;
        const string End = """{"threads":[],"members":[],"has_more":false}""";
        await using var discord = await StartAsync([.. new[] { Page, End, Page, End, Page, End }.Select(body => Answer(200, body))]);
        var rest = discord.Rest;

        var first = await rest.ListPublicArchivedThreadsAsync(Channel, 50, null, Ct);
        var last = Assert.Single(first.Threads);
        var second = await rest.ListPublicArchivedThreadsAsync(Channel, 50, last.ThreadMetadata!.ArchiveTimestamp, Ct);
        await rest.ListPrivateArchivedThreadsAsync(Channel, 2, null, Ct);
        await rest.ListPrivateArchivedThreadsAsync(Channel, 2, last.ThreadMetadata.ArchiveTimestamp.ToOffset(TimeSpan.FromHours(2)), Ct);
        await rest.ListJoinedPrivateArchivedThreadsAsync(Channel, 100, null, Ct);
        await rest.ListJoinedPrivateArchivedThreadsAsync(Channel, 100, last.Id, Ct);

        Assert.Equal((true, false), (first.HasMore, second.HasMore));
        Assert.Equal(
            [
                "GET /api/v10/channels/42/threads/archived/public?limit=50",
                "GET /api/v10/channels/42/threads/archived/public?limit=50&before=2026-08-05T12%3A00%3A00.1234560Z",
                "GET /api/v10/channels/42/threads/archived/private?limit=2",
                "GET /api/v10/channels/42/threads/archived/private?limit=2&before=2026-08-05T12%3A00%3A00.1234560Z",
                "GET /api/v10/channels/42/users/@me/threads/archived/private?limit=100",
                "GET /api/v10/channels/42/users/@me/threads/archived/private?limit=100&before=100",
            ],
            discord.Requests.Select(request => request.Line));
    }
}
