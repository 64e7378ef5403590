using System.Text.Json;
using Discord.Models;
using Discord.Tests.Models;
using static Discord.Tests.Rest.RestFixture;

namespace Discord.Tests.Rest;

public sealed class InteractionResponseTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>tests/OpenApi checks these requests against Discord's OpenAPI document.</summary>
    [Fact]
    public async Task Sends_every_kind_of_response()
    {
        var form = JsonSerializer.Deserialize(Examples.Form, DiscordJson.Default.InteractionCallbackData)!;
        var card = JsonSerializer.Deserialize(Examples.Card, DiscordJson.Default.CreateMessage)!;
        InteractionResponse[] responses =
        [
            new() { Type = InteractionResponseType.Pong },
            new()
            {
                Type = InteractionResponseType.ChannelMessageWithSource,
                Data = new() { Flags = card.Flags, Components = card.Components },
            },
            new() { Type = InteractionResponseType.DeferredChannelMessageWithSource, Data = new() { Flags = MessageFlags.Ephemeral } },
            new() { Type = InteractionResponseType.DeferredUpdateMessage },
            new()
            {
                Type = InteractionResponseType.UpdateMessage,
                Data = new() { Content = "", Embeds = [new() { Title = "Headline" }], Components = [] },
            },
            new()
            {
                Type = InteractionResponseType.ApplicationCommandAutocompleteResult,
                Data = new() { Choices = [new() { Name = "World", Value = "world" }] },
            },
            new() { Type = InteractionResponseType.Modal, Data = form },
        ];
        await using var discord = await StartAsync([.. responses.Select(_ => Answer(204)), Answer(200, Posted)]);

        foreach (var response in responses)
            await discord.Rest.CreateInteractionResponseAsync(new(7), "tok", response, Ct);
        await discord.Rest.CreateMessageAsync(new(42), card, Ct);

        discord.AssertAllAnswered();
    }
}
