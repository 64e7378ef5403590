using Discord.Gateway;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;

namespace Bot.Tests;

/// <summary>The client and the local Discord share no code, so their agreement shows that both follow the documentation.</summary>
public class TwoReadingsTests
{
    static readonly Snowflake Channel = Snowflake.Parse(Seed.GeneralChannelId);
    static readonly Snowflake Application = Snowflake.Parse(Seed.ApplicationId);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_come_along_and_an_edit_keeps_those_that_it_names()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var discord = desk.Get<DiscordRest>();

        var sent = await discord.CreateMessageAsync(
            Channel, new() { Content = "Two charts", Attachments = [Chart("a.svg"), Chart("b.svg")] }, Ct);
        var edited = await discord.EditMessageAsync(
            Channel, sent.Id, new() { Attachments = [MessageAttachment.Keep(sent.Attachments[1].Id), Chart("c.svg")] }, Ct);

        Assert.Equal(["a.svg", "b.svg"], sent.Attachments.Select(file => file.Filename));
        Assert.Equal(["b.svg", "c.svg"], edited.Attachments.Select(file => file.Filename));
        Assert.Equal("Heat of the story", edited.Attachments[1].Description);
    }

    [Fact]
    public async Task An_archived_thread_is_found_again()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var discord = desk.Get<DiscordRest>();
        var message = await discord.CreateMessageAsync(Channel, new() { Content = "Ferries" }, Ct);
        var thread = await discord.StartThreadFromMessageAsync(Channel, message.Id, new() { Name = "Ferries" }, Ct);
        await discord.ModifyThreadAsync(thread.Id, new() { Archived = true }, Ct);

        var archived = await discord.ListPublicArchivedThreadsAsync(Channel, 2, null, Ct);

        Assert.Equal((thread.Id, false), (Assert.Single(archived.Threads).Id, archived.HasMore));
    }

    [Fact]
    public async Task An_interaction_is_answered_edited_and_followed_up()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var discord = desk.Get<DiscordRest>();
        await discord.BulkOverwriteGlobalApplicationCommandsAsync(Application, [new() { Name = "test", Description = "A test" }], Ct);

        await foreach (var happened in desk.Get<GatewayClient>().EventsAsync(Ct))
        {
            if (happened is ReadyEvent)
                _ = desk.InteractAsync("""{"as": "member", "command": "/test"}""");
            if (happened is not InteractionCreated { Interaction: { Token: var token } interaction })
                continue;

            var response = new InteractionResponse
            {
                Type = InteractionResponseType.ChannelMessageWithSource,
                Data = new() { Content = "First", Attachments = [Chart("a.svg")] },
            };
            await discord.CreateInteractionResponseAsync(interaction.Id, token, response, Ct);
            var edited = await discord.EditOriginalInteractionResponseAsync(Application, token, new() { Content = "Second" }, Ct);
            var followup = await discord.CreateFollowupMessageAsync(Application, token, new() { Content = "Third" }, Ct);

            Assert.Equal(("Second", "a.svg"), (edited.Content, Assert.Single(edited.Attachments).Filename));
            Assert.Equal("Third", followup.Content);
            break;
        }
    }

    [Fact]
    public async Task A_modal_may_ask_every_kind_of_question()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        var discord = desk.Get<DiscordRest>();
        await discord.BulkOverwriteGlobalApplicationCommandsAsync(Application, [new() { Name = "test", Description = "A test" }], Ct);
        GroupOption[] options =
        [
            new() { Label = "At once", Value = "now", Default = true },
            new() { Label = "Once a day", Value = "daily" },
        ];

        await foreach (var happened in desk.Get<GatewayClient>().EventsAsync(Ct))
        {
            if (happened is ReadyEvent)
                _ = desk.InteractAsync("""{"as": "member", "command": "/test"}""");
            if (happened is not InteractionCreated { Interaction: var interaction })
                continue;

            await discord.CreateInteractionResponseAsync(
                interaction.Id,
                interaction.Token,
                new()
                {
                    Type = InteractionResponseType.Modal,
                    Data = new()
                    {
                        CustomId = "form",
                        Title = "Form",
                        Components =
                        [
                            new Label
                            {
                                Text = "Photos",
                                Component = new FileUpload { CustomId = "photos", MaxValues = 3, Required = false },
                            },
                            new Label { Text = "How often", Component = new RadioGroup { CustomId = "pace", Options = options } },
                            new Label { Text = "When", Component = new CheckboxGroup { CustomId = "when", Options = options } },
                            new Label { Text = "Quiet at night", Component = new Checkbox { CustomId = "quiet", Default = true } },
                        ],
                    },
                },
                Ct);
            break;
        }
    }

    static MessageAttachment Chart(string filename) =>
        MessageAttachment.Upload(filename, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray()) with
        {
            Description = "Heat of the story",
        };
}
