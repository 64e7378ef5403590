using System.Runtime.CompilerServices;
using Bot.Cards;
using Bot.Commands;
using Bot.Commands.Interactions;
using Desk.Archive;
using Desk.Channels;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>/help and /privacy.</summary>
public class HelpAndPrivacyTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Member_gets_the_commands_for_members()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        (await newsroom.RunAsync("/help")).Approve("help", Here());
    }

    [Fact]
    public async Task Moderator_gets_those_for_moderators_too_and_can_press_them()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        newsroom.Get<CommandMentions>().Know(
            newsroom.Get<CommandCatalog>().Specs.Select((spec, at) => spec with { Id = new Snowflake((ulong)(100 + at)) }));

        var reply = await newsroom.Get<CommandCatalog>().Command("help")!.RunAsync(
            new() { Name = "help", GuildId = new(1), Member = new() { Permissions = Permissions.ManageGuild } }, Ct);

        reply.Approve("help-moderator", Here());
    }

    [Fact]
    public async Task Commands_are_pressed_with_the_ids_that_Discord_gave_them()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync();
        await desk.StartAsync();
        await desk.UntilReadyAsync();

        var answer = await desk.InteractAsync("""{"as": "member", "channel": "news", "command": "/help"}""");

        var description = answer.GetProperty("message").GetProperty("embeds")[0].GetProperty("description").GetString();
        Assert.Matches("</latest:[0-9]+> · ", description);
        Assert.DoesNotContain("</channel", description);
    }

    [Fact]
    public async Task Privacy_counts_what_is_stored_and_offers_to_delete_it()
    {
        await using var newsroom = await FilledAsync();

        (await newsroom.RunAsync("/privacy")).Approve("privacy", Here(), "privacy:=delete", "privacy:=anonymize");
    }

    [Fact]
    public async Task Data_is_deleted_after_a_confirmation()
    {
        await using var newsroom = await FilledAsync();
        var panel = await newsroom.RunAsync("/privacy");

        var question = await newsroom.PressAsync(panel, "Delete my data");
        var kept = await newsroom.PressAsync(question, "Cancel");
        var deleted = await newsroom.PressAsync(question, "Delete my data");

        question.Approve("privacy-question", Here(), "privacy:=delete-now", "privacy:=back");
        Assert.Equal(panel.Embeds, kept.Embeds);
        Assert.StartsWith("Your data is deleted.", deleted.Embeds.Single().Description);
        Assert.Equal(["Remove me from the log"], deleted.Buttons().Select(button => button.Label));
        Assert.Null(await newsroom.Get<SubscriptionStore>().OfChannelAsync(Newsroom.Moderator.ToString(), Ct));
    }

    [Fact]
    public async Task Change_log_no_longer_names_who_had_themselves_removed()
    {
        await using var newsroom = await FilledAsync();
        Assert.Contains("<@7>", (await newsroom.RunAsync("/channel log")).Embeds.Single().Description);

        var question = await newsroom.PressAsync(await newsroom.RunAsync("/privacy"), "Remove me from the log");
        var done = await newsroom.PressAsync(question, "Remove me from the log");

        Assert.StartsWith("The change log no longer shows that it was you.", done.Embeds.Single().Description);
        Assert.Contains(" · somebody · added", (await newsroom.RunAsync("/channel log")).Embeds.Single().Description);
    }

    [Fact]
    public async Task Member_without_data_is_told_so()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var reply = await newsroom.RunAsync("/privacy");

        Assert.Equal("I store nothing about you.", reply.Embeds.Single().Description);
        Assert.Empty(reply.Components);
    }

    /// <summary>With a member who follows a topic and a story, caught up, and added a channel.</summary>
    static async Task<Newsroom> FilledAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.RunAsync("/follow topic:Ferries");
        var latest = (await newsroom.Get<StoryStore>().LatestAsync(skip: 0, take: 1, Ct))[0];
        await newsroom.PressAsync(FollowButton.Of(latest.PublicKey).ToString());
        await newsroom.RunAsync("/catchup");
        await newsroom.Get<Desk.Outbox.ChannelAdministration>().SaveAsync(
            new() { Channel = "42", Guild = "1", Latest = 0 }, Newsroom.Moderator.ToString(), Ct);
        return newsroom;
    }

    static string Here([CallerFilePath] string file = "") => file;
}
