using System.Text.Json;
using Discord.Tests.Models;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class InteractionRoutesTests
{
    static readonly Snowflake Application = new(1);
    static readonly Snowflake Followup = new(200);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_follow_up_is_read_changed_and_deleted_by_its_id()
    {
        await using var discord = await StartAsync(Answer(200, Posted), Answer(200, Posted), Answer(204));

        await discord.Rest.GetFollowupMessageAsync(Application, "tok", Followup, Ct);
        await discord.Rest.EditFollowupMessageAsync(Application, "tok", Followup, new() { Content = "more" }, Ct);
        await discord.Rest.DeleteFollowupMessageAsync(Application, "tok", Followup, Ct);

        Assert.Equal(
            [
                "GET /api/v10/webhooks/1/tok/messages/200 ",
                """PATCH /api/v10/webhooks/1/tok/messages/200 {"content":"more","allowed_mentions":{"parse":[]}}""",
                "DELETE /api/v10/webhooks/1/tok/messages/200 ",
            ],
            discord.Requests.Select(request => $"{request.Line} {request.Body}"));
        Assert.All(discord.Requests, request => Assert.Equal("", request.Authorization));
    }

    [Fact]
    public async Task The_first_answer_can_be_asked_for_the_message_that_it_made()
    {
        await using var discord = await StartAsync(Answer(200, """
            {"interaction":{"id":"7","type":2,"response_message_id":"100","response_message_loading":false,"response_message_ephemeral":true},
             "resource":{"type":4,"message":{"id":"100","channel_id":"42","content":"hi"}}}
            """));

        var callback = await discord.Rest.CreateInteractionResponseWithResponseAsync(
            new(7), "tok", new() { Type = InteractionResponseType.ChannelMessageWithSource, Data = new() { Content = "hi" } }, Ct);

        Assert.Equal("POST /api/v10/interactions/7/tok/callback?with_response=true", Assert.Single(discord.Requests).Line);
        Assert.Equal((InteractionType.ApplicationCommand, new Snowflake(100)), (callback.Interaction.Type, callback.Interaction.ResponseMessageId));
        Assert.Equal((false, true), (callback.Interaction.ResponseMessageLoading, callback.Interaction.ResponseMessageEphemeral));
        Assert.Equal((InteractionResponseType.ChannelMessageWithSource, "hi"), (callback.Resource!.Type, callback.Resource.Message!.Content));
    }

    /// <summary>What is sent here is held against Discord's OpenAPI document by tests/OpenApi.</summary>
    [Fact]
    public async Task Every_kind_of_first_answer_can_be_sent()
    {
        var form = JsonSerializer.Deserialize(Examples.Form, DiscordJson.Default.InteractionCallbackData)!;
        var card = JsonSerializer.Deserialize(Examples.Card, DiscordJson.Default.CreateMessage)!;
        InteractionResponse[] responses =
        [
            new() { Type = InteractionResponseType.Pong },
            new() { Type = InteractionResponseType.ChannelMessageWithSource, Data = new() { Flags = card.Flags, Components = card.Components } },
            new() { Type = InteractionResponseType.DeferredChannelMessageWithSource, Data = new() { Flags = MessageFlags.Ephemeral } },
            new() { Type = InteractionResponseType.DeferredUpdateMessage },
            new() { Type = InteractionResponseType.UpdateMessage, Data = new() { Content = "", Embeds = [new() { Title = "Headline" }], Components = [] } },
            new() { Type = InteractionResponseType.ApplicationCommandAutocompleteResult, Data = new() { Choices = [new() { Name = "World", Value = "world" }] } },
            new() { Type = InteractionResponseType.Modal, Data = form },
        ];
        await using var discord = await StartAsync([.. responses.Select(_ => Answer(204)), Answer(200, Posted)]);

        foreach (var response in responses)
            await discord.Rest.CreateInteractionResponseAsync(new(7), "tok", response, Ct);
        await discord.Rest.CreateMessageAsync(new(42), card, Ct);

        discord.AssertAllAnswered();
    }
}
