using Bot.Commands.Channels;
using Bot.Commands.Interactions;
using Desk.Channels;
using Discord.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary><c>/channel presets</c>.</summary>
public sealed class PresetsSubcommandTests : IDisposable
{
    readonly OneFile file = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Panel_shows_the_preset_that_is_chosen()
    {
        await using var newsroom = await OpenAsync();
        await SaveAsync(newsroom, "Quiet *digest*");

        var panel = await ChooseAsync(newsroom, "Quiet *digest*");

        var version = Preset.VersionOf((await OwnAsync(newsroom)).Single());
        (panel with { Replaces = false }).Approve(
            "channel-presets",
            Here(),
            "presets:0:=choose",
            $"presets:{version}:=use Quiet *digest*",
            $"presets:{version}:=export Quiet *digest*",
            $"presets:{version}:=delete Quiet *digest*",
            "presets:0:=save", "presets:0:=import");
    }

    [Fact]
    public async Task Moderator_saves_the_rules_of_a_channel_under_a_name()
    {
        await using var newsroom = await OpenAsync();
        var panel = await newsroom.RunAsync("/channel presets");

        var saved = await SaveAsync(newsroom, "Breaking news", panel, "topics", "language");

        Assert.True(saved.Replaces);
        Assert.Contains("Saved **Breaking news**.", saved.Text());
        Assert.Contains("### Breaking news", saved.Text());
        Assert.Equal(
            [new("Breaking news", new() { Topics = ["ferries"], LeastOutlets = 3, Mode = PostingMode.Daily })], await OwnAsync(newsroom));
    }

    [Fact]
    public async Task Rules_panel_saves_its_channel_and_stays()
    {
        await using var newsroom = await OpenAsync();
        var rules = await newsroom.RunAsync("/channel edit channel:42");

        var form = (await newsroom.PressAsync(rules, "Save as preset …")).Form!;
        var saved = await SubmitAsync(newsroom, form, "Breaking news");

        Assert.Equal(42UL, ((ChannelSelect)form.Questions[1].Component!).DefaultValues!.Single().Id.Value);
        Assert.False(saved.Replaces);
        Assert.True(saved.IsPrivate);
        Assert.Equal("Breaking news", (await OwnAsync(newsroom)).Single().Name);
    }

    [Theory]
    [InlineData("", "Nothing was saved. The name is empty. Write one, such as Breaking news.")]
    [InlineData("a\nb", "Nothing was saved. The name \"a\\\\nb\" has a line break or a hidden character. "
        + "Write only what can be seen, on one line.")]
    [InlineData("daily DIGEST", "**daily DIGEST** is a preset that every server has. Choose another name.")]
    public async Task Name_that_cannot_be_used_is_refused(string name, string told)
    {
        await using var newsroom = await OpenAsync();

        Assert.Equal(told, (await SaveAsync(newsroom, name)).Content);
        Assert.Empty(await OwnAsync(newsroom));
    }

    [Fact]
    public async Task Channel_must_get_news_on_this_server()
    {
        await using var newsroom = await OpenAsync();
        var panel = await newsroom.RunAsync("/channel presets");
        var form = (await newsroom.PressAsync(panel, "Save as preset …")).Form!;

        var refused = await newsroom.SubmitAsync(form, ("name", "News"), ("channel", "77"));

        Assert.StartsWith("<#77> gets no news.", refused.Content);
        Assert.Empty(await OwnAsync(newsroom));
    }

    [Fact]
    public async Task Replacing_shows_its_changes_and_asks_first()
    {
        await using var newsroom = await OpenAsync();
        await SaveAsync(newsroom, "News");
        await newsroom.RuleAsync("42", "least-outlets:5", "mode:daily", "topics:ferries", "time-zone:Europe/Berlin");

        var asked = await SaveAsync(newsroom, "NEWS");
        Assert.Equal(3, (await OwnAsync(newsroom)).Single().Rules.LeastOutlets);
        var replaced = await ReplaceAsync(newsroom, asked);

        Assert.Equal("Nothing is saved yet, because this preset exists already:\n**News**\n- minimum outlets: 3 → 5", asked.Content);
        Assert.Contains("Saved **NEWS**.", replaced.Text());
        Assert.True(replaced.Replaces);
        Assert.Equal(("NEWS", 5), (await OwnAsync(newsroom)).Select(preset => (preset.Name, preset.Rules.LeastOutlets)).Single());
    }

    [Fact]
    public async Task Preset_that_changed_meanwhile_is_not_replaced_unseen()
    {
        await using var newsroom = await OpenAsync();
        await SaveAsync(newsroom, "News");
        await newsroom.RuleAsync("42", "least-outlets:5");
        var asked = await SaveAsync(newsroom, "News");
        var there = (await OwnAsync(newsroom)).Single();
        Assert.Equal(PresetSaving.Saved, await newsroom.Get<PresetStore>().SaveAsync(
            "1", [there with { Rules = new() { LeastOutlets = 9 } }], Preset.VersionOf(there), Ct));

        var again = await ReplaceAsync(newsroom, asked);
        Assert.Equal(9, (await OwnAsync(newsroom)).Single().Rules.LeastOutlets);
        await newsroom.Get<PresetStore>().RemoveAsync("1", (await OwnAsync(newsroom)).Single(), Ct);
        var gone = await ReplaceAsync(newsroom, again);
        await ReplaceAsync(newsroom, gone);

        Assert.Contains("- minimum outlets: 9 → 5", again.Content);
        Assert.Equal("Nothing is saved yet, because the preset to replace was deleted meanwhile.", gone.Content);
        Assert.Equal(5, (await OwnAsync(newsroom)).Single().Rules.LeastOutlets);
    }

    [Fact]
    public async Task Deleting_asks_first()
    {
        await using var newsroom = await OpenAsync();
        await SaveAsync(newsroom, "News");

        var asked = await newsroom.PressAsync(await ChooseAsync(newsroom, "News"), "Delete …");
        var kept = await newsroom.PressAsync(asked, "Keep");
        Assert.Single(await OwnAsync(newsroom));
        var deleted = await newsroom.PressAsync(asked, "Delete now");
        var again = await newsroom.PressAsync(asked, "Delete now");

        Assert.Contains("Delete **News**? Channels that were set up with it keep their rules.", asked.Text());
        Assert.Contains("[Use …]", kept.Text());
        Assert.Contains("Deleted **News**.", deleted.Text());
        Assert.Contains("That preset was changed or deleted meanwhile.", again.Text());
        Assert.Empty(await OwnAsync(newsroom));
        Assert.Equal(3, (await newsroom.Get<SubscriptionStore>().OfChannelAsync("42", Ct))!.Rules.LeastOutlets);
    }

    [Fact]
    public async Task Built_in_presets_stay()
    {
        await using var newsroom = await OpenAsync();

        var panel = await ChooseAsync(newsroom, "Front page");

        Assert.True(panel.Buttons().Single(button => button.Label == "Delete …").Disabled);
        var version = Preset.VersionOf(Preset.BuiltIn[1]);
        await newsroom.PressAsync($"presets:{version}:=deleted Front page");
        Assert.Contains("### Front page", (await ChooseAsync(newsroom, "Front page")).Text());
    }

    [Fact]
    public async Task Exported_preset_is_imported_on_another_server()
    {
        await using var newsroom = await OpenAsync();
        await SaveAsync(newsroom, "Breaking *news* now");

        var exported = await newsroom.PressAsync(await ChooseAsync(newsroom, "Breaking *news* now"), "Export");
        var upload = Assert.Single(exported.Files);
        file.Bytes = upload.Content!.Value.ToArray();
        var imported = await ImportAsync(newsroom, guild: 2);

        Assert.StartsWith(
            "The preset **Breaking \\*news\\* now**. To use it on another server, press **Import presets …**", exported.Content);
        Assert.Equal("breaking-news-now.yaml", upload.Filename);
        Assert.True(exported.IsPrivate);
        Assert.True(imported.Replaces);
        Assert.Contains("Saved **Breaking \\*news\\* now**.", imported.Text());
        Assert.Equal(await OwnAsync(newsroom), await newsroom.Get<PresetStore>().OfGuildAsync("2", Ct));
    }

    [Theory]
    [InlineData("presets: []", "Nothing was changed. The file has no presets.")]
    [InlineData("presets: [", "Nothing was changed, because the file has errors:\n- file.yaml:2:1: This is not valid YAML:")]
    [InlineData("presets:\n  - preset: A\n    mod: daily", "- file.yaml:3:5: There is no rule \"mod\". Did you mean mode?")]
    [InlineData("presets:\n  - preset: A\n    least-outlets: lots", "- file.yaml:3:20: least-outlets \"lots\" is not a whole number.")]
    [InlineData("presets:\n  - preset: A\n  - preset: a", "- file.yaml:3:13: preset \"a\" appears twice, first in line 2.")]
    [InlineData("presets:\n  - preset: everything", "- file.yaml:2:13: everything is a preset that every server has.")]
    [InlineData("channels: []", "- file.yaml:1:1: This is a file of channels. Import it with /channel import.")]
    [InlineData("a: &a [x, x]\npresets: [*a, *a]", "- file.yaml:1:4: &a is a YAML anchor")]
    [InlineData("presets:\n  - preset: A\n    pings: [{role: Editors}]", "Nothing was changed. Discord doesn't tell me this server's")]
    public async Task File_with_a_mistake_changes_nothing_and_says_what_to_write(string text, string told)
    {
        await using var newsroom = await OpenAsync();
        file.Text = text;

        var reply = await ImportAsync(newsroom);

        Assert.Contains(told, reply.Content!.Replace("\\", "", StringComparison.Ordinal));
        Assert.StartsWith("Nothing was changed", reply.Content);
        Assert.True(reply.IsPrivate);
        Assert.Empty(await OwnAsync(newsroom));
    }

    [Fact]
    public async Task File_that_is_no_text_or_too_large_is_refused()
    {
        await using var newsroom = await OpenAsync();

        file.Bytes = [0xFF, 0xFE, 0x00];
        Assert.Equal("The file isn't UTF-8 text. Save it as UTF-8, then attach it again.", (await ImportAsync(newsroom)).Content);
        file.Text = new string('#', 300_000);
        Assert.Contains("The file is longer than 256 KB.", (await ImportAsync(newsroom)).Content);
        file.Text = new string('#', 2_000_000);
        Assert.Equal("The file is larger than 1024 KB. Split it into several.", (await ImportAsync(newsroom)).Content);
    }

    [Fact]
    public async Task Server_that_has_all_its_presets_gets_none_of_a_file()
    {
        await using var newsroom = await OpenAsync();
        file.Text = Presets(1, 20);
        await ImportAsync(newsroom);
        file.Text = Presets(20, 2);
        var asked = await ImportAsync(newsroom);

        var full = await ReplaceAsync(newsroom, asked);

        Assert.StartsWith("Nothing was saved. A server can have 20 presets of its own.", full.Content);
        Assert.Equal(20, (await OwnAsync(newsroom)).Count);

        static string Presets(int first, int count) => PresetsFile.Write(
            [.. Enumerable.Range(first, count).Select(number => new Preset($"Preset {number}", new() { LeastOutlets = count }))]);
    }

    [Fact]
    public async Task Only_members_who_manage_the_server_replace_presets()
    {
        await using var newsroom = await OpenAsync();
        await SaveAsync(newsroom, "News");
        await newsroom.RuleAsync("42", "least-outlets:5");
        var asked = await SaveAsync(newsroom, "News");

        var reply = await newsroom.PressAsync(Pressed(asked) with { Member = new() { Permissions = Permissions.SendMessages } });

        Assert.Equal("You need the Manage Server permission for this.", reply.Content);
        Assert.Equal(3, (await OwnAsync(newsroom)).Single().Rules.LeastOutlets);
    }

    [Fact]
    public async Task Custom_ids_fit_with_the_longest_name()
    {
        await using var newsroom = await OpenAsync();
        var name = new string('W', Preset.NameLength);
        await SaveAsync(newsroom, name);

        var asked = await newsroom.PressAsync(await ChooseAsync(newsroom, name), "Delete …");
        var panel = await newsroom.PressAsync(asked, "Keep");

        Assert.All(
            asked.Buttons().Concat(panel.Buttons()), button => Assert.InRange(button.CustomId!.Length, 1, DiscordLimits.CustomId));
        Assert.Contains("Deleted **W", (await newsroom.PressAsync(asked, "Delete now")).Text());
    }

    public void Dispose() => file.Dispose();

    async Task<Newsroom> OpenAsync()
    {
        var newsroom = await Newsroom.OpenAsync(services => services.AddSingleton(_ => new AttachmentReader(new(file))));
        await newsroom.RunAsync("/channel add channel:42 latest:0");
        await newsroom.RuleAsync("42", "least-outlets:3", "mode:daily", "topics:ferries", "time-zone:Europe/Berlin");
        return newsroom;
    }

    static async Task<Reply> SaveAsync(Newsroom newsroom, string name, Reply? panel = null, params IReadOnlyList<string> kept)
    {
        panel ??= await newsroom.RunAsync("/channel presets");
        var form = (await newsroom.PressAsync(panel, "Save as preset …")).Form!;
        return await SubmitAsync(newsroom, form, name, kept is [] ? ["topics", "time-zone"] : kept);
    }

    static Task<Reply> SubmitAsync(Newsroom newsroom, Form form, string name, params IReadOnlyList<string> kept) =>
        newsroom.SubmitAsync(Newsroom.Interaction(form.Id.ToString()) with
        {
            Answers = new Dictionary<string, IReadOnlyList<string>> { ["name"] = [name], ["channel"] = ["42"], ["kept"] = kept },
        });

    static async Task<Reply> ChooseAsync(Newsroom newsroom, string name) =>
        await newsroom.PressAsync((await newsroom.RunAsync("/channel presets")).Menus().Single().CustomId, name);

    static async Task<Reply> ImportAsync(Newsroom newsroom, ulong guild = 1)
    {
        var form = (await newsroom.PressAsync(await newsroom.RunAsync("/channel presets"), "Import presets …")).Form!;
        return await newsroom.SubmitAsync(OneFile.Submitted(form) with { GuildId = new(guild) });
    }

    Task<Reply> ReplaceAsync(Newsroom newsroom, Reply asked) => newsroom.PressAsync(Pressed(asked));

    /// <summary>As Discord sends it: the message carries its file.</summary>
    CustomIdInteraction Pressed(Reply asked)
    {
        file.Bytes = asked.Files.Single().Content!.Value.ToArray();
        return Newsroom.Interaction(asked.Buttons().Single().CustomId!) with
        {
            Message = new() { Id = new(1), ChannelId = new(1), Attachments = [OneFile.Attached] },
        };
    }

    static Task<IReadOnlyList<Preset>> OwnAsync(Newsroom newsroom) => newsroom.Get<PresetStore>().OfGuildAsync("1", Ct);

    static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
