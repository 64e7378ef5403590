using System.Globalization;
using System.Text.Json;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Hosting;
using Bot.Posting;
using Desk.Archive;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;
using LocalDiscord.Guilds;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>What moderators are told of broken files: the sender, a real database and the local Discord, over real HTTP.</summary>
public class AlertDraftsTests
{
    // Later than any file is written: what was written a moment ago could be half-written.
    readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2036-11-24T12:00:00Z"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Snowflake Channel => Snowflake.Parse(Seed.GeneralChannelId, CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_new_problems_of_one_import_are_one_message_and_told_once()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        desk.Write("b.md", "B", "quality: low\nheat: hot");

        await LookAsync(desk);
        await LookAsync(desk);

        Assert.Equal(["3 problems in the content folder"], await desk.PostsAsync("general"));
        var lines = (await TextAsync(desk)).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("`content/a.md:5:10` quality \"high\"", lines[0]);
    }

    [Fact]
    public async Task What_is_mended_is_struck_through_in_the_message_that_told_it_and_nothing_is_sent()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        desk.Write("b.md", "B", "quality: low");
        await LookAsync(desk);

        desk.Write("a.md", "A", "quality: 61");
        await LookAsync(desk);
        var half = await desk.PostsAsync("general");
        var text = await TextAsync(desk);
        desk.Write("b.md", "B", "quality: 16");
        await LookAsync(desk);

        Assert.Equal(["2 problems in the content folder, 1 of them fixed"], half);
        Assert.Matches("^✓ ~~`content/a.md:5:10` .*~~ <t:[0-9]+:R>\n`content/b.md", text);
        Assert.Equal(["✓ 2 problems in the content folder, fixed"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task A_line_that_moves_is_the_same_problem()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await LookAsync(desk);

        desk.Write("a.md", "A", "heat: 4\nquality: high");
        await LookAsync(desk);

        Assert.Equal(["1 problem in the content folder"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task A_problem_that_comes_back_is_told_again()
    {
        await using var desk = await OpenAsync();
        foreach (var quality in (string[])["high", "61", "high"])
        {
            desk.Write("a.md", "A", $"quality: {quality}");
            await LookAsync(desk);
        }

        Assert.Equal(["✓ 1 problem in the content folder, fixed", "1 problem in the content folder"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task What_is_mended_before_it_could_be_told_is_never_told()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await NoteAsync(desk);
        desk.Write("a.md", "A", "quality: 61");

        await LookAsync(desk);

        Assert.Empty(await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task An_alert_that_a_crash_left_unrecorded_is_found_and_brought_up_to_date_long_after_its_nonce_was_forgotten()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await NoteAsync(desk);
        var (delivery, alert) = await ClaimAsync(desk);
        await desk.Get<DiscordRest>().CreateMessageAsync(Channel, new() { Embeds = [AlertMessage.For(alert, "content")] }, Ct);
        clock.Advance(TimeSpan.FromHours(3));
        desk.Write("a.md", "A", "quality: 61");
        await NoteAsync(desk);

        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await SendAsync(desk);

        Assert.Equal(["✓ 1 problem in the content folder, fixed"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task An_alert_that_a_crash_left_unsent_is_sent_once()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await NoteAsync(desk);
        await ClaimAsync(desk);

        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await SendAsync(desk);
        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await SendAsync(desk);

        Assert.Single(await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task An_alert_of_the_same_number_from_another_database_is_not_taken_for_it()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await NoteAsync(desk);
        var (delivery, alert) = await ClaimAsync(desk);
        var other = alert with { NotedAt = alert.NotedAt - TimeSpan.FromSeconds(30) };
        await desk.Get<DiscordRest>().CreateMessageAsync(Channel, new() { Embeds = [AlertMessage.For(other, "content")] }, Ct);

        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
        await SendAsync(desk);

        Assert.Equal(2, (await desk.PostsAsync("general")).Count);
    }

    [Fact]
    public async Task What_is_mended_while_the_alert_is_being_sent_is_edited_after()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await NoteAsync(desk);
        var (delivery, alert) = await ClaimAsync(desk);
        var sent = await desk.Get<DiscordRest>().CreateMessageAsync(Channel, new() { Embeds = [AlertMessage.For(alert, "content")] }, Ct);
        desk.Write("a.md", "A", "quality: 61");
        await NoteAsync(desk);

        await desk.Get<DeliveryStore>().SentAsync(delivery, new(sent.Id.ToString(), Place: null, ContentHash: null, sent.Timestamp), Ct);
        await SendAsync(desk);

        Assert.Equal(["✓ 1 problem in the content folder, fixed"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task A_message_that_a_moderator_deleted_is_not_sent_again_when_its_problem_is_mended()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await LookAsync(desk);
        var id = (await desk.MessagesAsync("general"))[0].GetProperty("id").GetString();
        await desk.Get<DiscordRest>().DeleteMessageAsync(Channel, Snowflake.Parse(id!, CultureInfo.InvariantCulture), Ct);

        desk.Write("a.md", "A", "quality: 61");
        await LookAsync(desk);

        Assert.Empty(await desk.PostsAsync("general"));
        Assert.Empty(await desk.Get<DeliveryStore>().ChannelsDueAsync(Ct));
    }

    [Fact]
    public async Task The_first_look_at_a_folder_gives_one_message_that_only_counts()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock);
        await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct);
        for (var i = 0; i < 30; i++)
            desk.Write($"{i:00}.md", $"Story {i}", "quality: high\nheat: hot");

        await LookAsync(desk);
        desk.Write("new.md", "New", "quality: high");
        await LookAsync(desk);

        Assert.Equal(["60 problems in the content folder", "1 problem in the content folder"], await desk.PostsAsync("general"));
        Assert.Equal("First look at the folder: 60 errors in 30 files. Run `check` for the full list.", await TextAsync(desk));
    }

    [Fact]
    public async Task Few_problems_of_a_first_look_are_told_one_by_one()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock);
        await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct);
        desk.Write("a.md", "A", "quality: high");

        await LookAsync(desk);

        Assert.StartsWith("`content/a.md:5:10` quality", await TextAsync(desk), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_chosen_later_is_told_what_stands()
    {
        await using var desk = await DeskOnLocalDiscord.OpenAsync(clock);
        desk.Write("a.md", "A", "quality: high");
        await LookAsync(desk);

        Assert.Equal(1, await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct));
        Assert.Null(await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct));
        await SendAsync(desk);

        Assert.Equal(["1 problem in the content folder"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task Each_server_has_a_channel_of_its_own_and_may_choose_another()
    {
        await using var desk = await OpenAsync();
        await desk.Get<AlertStore>().TellAsync("another", Seed.NewsChannelId, Ct);
        desk.Write("a.md", "A", "quality: high");
        await LookAsync(desk);

        Assert.Equal(1, await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.AnnouncementsChannelId, Ct));
        desk.Write("b.md", "B", "quality: low");
        await LookAsync(desk);
        await SendAsync(desk, Seed.NewsChannelId);
        await SendAsync(desk, Seed.AnnouncementsChannelId);

        string[] both = ["1 problem in the content folder", "1 problem in the content folder"];
        Assert.Equal(both[..1], await desk.PostsAsync("general"));
        Assert.Equal(both, await desk.PostsAsync("news"));
        Assert.Equal(both, await desk.PostsAsync("announcements"));
    }

    [Fact]
    public async Task Warnings_that_one_file_causes_in_many_are_one_message()
    {
        await using var desk = await OpenAsync();
        Directory.CreateDirectory(Path.Combine(desk.ContentFolder, "topics"));
        foreach (var topic in (string[])["Ferries", "Harbour"])
            File.WriteAllText(Path.Combine(desk.ContentFolder, "topics", $"{topic}.yaml"), $"name: {topic}\n");
        for (var i = 10; i < 40; i++)
            desk.Write($"{i}.md", $"Story {i}", "topics: [Ferries]");
        await LookAsync(desk);

        File.Delete(Path.Combine(desk.ContentFolder, "topics", "Ferries.yaml"));
        await LookAsync(desk);
        clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(desk);

        Assert.Equal(["30 problems in the content folder"], await desk.PostsAsync("general"));
        var text = await TextAsync(desk);
        Assert.StartsWith("`content/10.md:5:10` warning: There is no file for the topic \"Ferries\".", text);
        Assert.EndsWith("\nand 20 more: run `check`", text);
    }

    [Fact]
    public async Task Who_turned_alerts_off_is_told_nothing_more()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await LookAsync(desk);

        Assert.Equal(Seed.GeneralChannelId, await desk.Get<AlertStore>().SilenceAsync(Seed.GuildId, Ct));
        desk.Write("a.md", "A", "quality: 61");
        desk.Write("b.md", "B", "quality: low");
        await LookAsync(desk);

        Assert.Equal(["1 problem in the content folder"], await desk.PostsAsync("general"));
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_once_and_once_that_it_is_back()
    {
        await using var desk = await OpenAsync();
        desk.MoveContent("elsewhere");
        await LookAsync(desk);
        await LookAsync(desk);
        // As a mount point without its disk.
        Directory.CreateDirectory(desk.ContentFolder);
        await LookAsync(desk);
        var gone = await desk.PostsAsync("general");
        var text = await TextAsync(desk);

        Directory.Delete(desk.ContentFolder);
        desk.MoveContentBack("elsewhere");
        await LookAsync(desk);
        await LookAsync(desk);

        Assert.Equal(["The content folder can't be read"], gone);
        Assert.StartsWith("The folder is missing. Nothing was withdrawn", text);
        Assert.Equal(["✓ The content folder is back"], await desk.PostsAsync("general"));
        Assert.StartsWith("✓ ~~The folder is missing.", await TextAsync(desk));
    }

    [Fact]
    public async Task Files_that_disappear_at_once_are_withdrawn_by_a_button()
    {
        await using var desk = await OpenAsync();
        for (var i = 0; i < 6; i++)
            desk.Write($"{i}.md", $"Story {i}");
        await LookAsync(desk);
        for (var i = 0; i < 6; i++)
            File.Delete(Path.Combine(desk.ContentFolder, $"{i}.md"));
        await LookAsync(desk);
        clock.Advance(TimeSpan.FromMinutes(1));
        await LookAsync(desk);

        var told = await TextAsync(desk);
        var button = Button(await desk.MessagesAsync("general"));
        var forged = await PressAsync(desk, "withdraw:1", Permissions.ManageGuild);
        await LookAsync(desk);
        var before = await desk.Get<ArticleStore>().CountAsync(Ct);
        var moderator = await PressAsync(desk, button, Permissions.ManageGuild);
        await LookAsync(desk);

        Assert.StartsWith("`content/.:1:1` 6 files are missing", told);
        Assert.Contains("changed since this alert", forged.Content);
        Assert.Equal(8, before);
        Assert.Equal("6 files are gone for good. I'll withdraw their stories now.", moderator.Content);
        Assert.Equal(2, await desk.Get<ArticleStore>().CountAsync(Ct));
        Assert.Equal(["✓ 1 problem in the content folder, fixed"], await desk.PostsAsync("general"));
        Assert.Null(Button(await desk.MessagesAsync("general")));
    }

    static string? Button(IReadOnlyList<JsonElement> messages) =>
        messages[0].GetProperty("components").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } row
            ? row.GetProperty("components")[0].GetProperty("custom_id").GetString()
            : null;

    static Task<Reply> PressAsync(DeskOnLocalDiscord desk, string? customId, Permissions permissions) =>
        desk.Get<IEnumerable<IButton>>().Single(button => button.Name == "withdraw").PressAsync(
            new()
            {
                CustomId = CustomId.Parse(customId)!,
                GuildId = Snowflake.Parse(Seed.GuildId, null),
                UserId = new(7),
                Member = new() { Permissions = permissions },
            },
            Ct);

    [Fact]
    public async Task Flood_of_problems_is_one_message_that_is_fixed_only_when_all_are()
    {
        await using var desk = await OpenAsync();
        desk.Write("a.md", "A", "quality: high");
        await LookAsync(desk);
        for (var i = 0; i < 300; i++)
            await File.WriteAllTextAsync(Path.Combine(desk.ContentFolder, $"{i}.md"), "", Ct);
        await LookAsync(desk);
        await LookAsync(desk);

        var told = await desk.PostsAsync("general");
        var text = (await desk.MessagesAsync("general"))[^1].GetProperty("embeds")[0].GetProperty("description").GetString();
        for (var i = 0; i < 299; i++)
            desk.Write($"{i}.md", $"Story {i}");
        await LookAsync(desk);
        var some = await desk.PostsAsync("general");
        desk.Write("299.md", "Story 299");
        await LookAsync(desk);

        Assert.Equal(["1 problem in the content folder", "1 problem in the content folder"], told);
        Assert.StartsWith("`content/.:1:1` There are very many problems of this kind: The file is empty", text);
        Assert.Equal(told, some);
        Assert.Equal(["1 problem in the content folder", "✓ 1 problem in the content folder, fixed"], await desk.PostsAsync("general"));
    }

    /// <summary>With a folder that was looked at before, and a channel that is told.</summary>
    async Task<DeskOnLocalDiscord> OpenAsync()
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock);
        desk.Write("good.md", "Good");
        await NoteAsync(desk);
        desk.Write("better.md", "Better");
        await NoteAsync(desk);
        await desk.Get<AlertStore>().TellAsync(Seed.GuildId, Seed.GeneralChannelId, Ct);
        return desk;
    }

    static async Task LookAsync(DeskOnLocalDiscord desk)
    {
        await NoteAsync(desk);
        await SendAsync(desk);
    }

    static async Task NoteAsync(DeskOnLocalDiscord desk)
    {
        var alerts = desk.Get<ContentAlerts>();
        try
        {
            await alerts.AfterAsync(await desk.ImportAsync(), Ct);
        }
        catch (IOException missing)
        {
            await alerts.AfterAsync(missing, Ct);
        }
    }

    static Task SendAsync(DeskOnLocalDiscord desk, string channel = Seed.GeneralChannelId) =>
        desk.Get<MessageSender>().SendDueAsync(channel, Ct);

    static async Task<(Delivery Delivery, Alert Alert)> ClaimAsync(DeskOnLocalDiscord desk)
    {
        var delivery = (await desk.Get<DeliveryStore>().ClaimAsync(Seed.GeneralChannelId, Ct))!;
        return (delivery, (await desk.Get<AlertStore>().AlertAsync(delivery.SubjectId, Ct))!);
    }

    static async Task<string> TextAsync(DeskOnLocalDiscord desk) =>
        (await desk.MessagesAsync("general"))[0].GetProperty("embeds")[0].GetProperty("description").GetString()!;
}
