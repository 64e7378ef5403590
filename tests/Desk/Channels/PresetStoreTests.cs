using System.Text;
using CsCheck;
using Desk.Channels;

namespace Desk.Tests.Channels;

public sealed class PresetStoreTests : IDisposable
{
    const string Guild = "1";

    readonly TestDesk desk = new();
    readonly PresetStore store;

    public PresetStoreTests() => store = new(desk.Database);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Presets_of_a_server_are_listed_by_name_after_those_of_all()
    {
        await SaveAsync(new("b", ChannelRules.Default), new("A", ChannelRules.Default));
        await store.SaveAsync("2", [new("Elsewhere", ChannelRules.Default)], seen: 0, Ct);

        Assert.Equal(["A", "b"], (await store.OfGuildAsync(Guild, Ct)).Select(preset => preset.Name));
        Assert.Equal(
            [.. Preset.BuiltIn.Select(preset => preset.Name), "Elsewhere"], (await store.AllAsync("2", Ct)).Select(preset => preset.Name));
    }

    [Fact]
    public async Task Any_rules_survive_the_store() => await AnyRules.Whole.Where(IsText).List[1, 3].SampleAsync(async rules =>
    {
        var presets = rules.Select((one, number) => new Preset($"Preset {number}", one)).ToList();
        var before = PresetStore.Replaced(await store.OfGuildAsync(Guild, Ct), presets);

        Assert.Equal(PresetSaving.Saved, await store.SaveAsync(Guild, presets, Preset.VersionOf(before), Ct));

        Assert.Equal(presets, (await store.OfGuildAsync(Guild, Ct)).Take(presets.Count));
    }, iter: 100, threads: 1);

    [Fact]
    public async Task Name_is_found_in_any_case()
    {
        await SaveAsync(new Preset("Éclair", ChannelRules.Default));

        Assert.Equal("Éclair", (await store.FindAsync(Guild, "éCLAIR", Ct))?.Name);
        Assert.Equal("Everything", (await store.FindAsync(Guild, "everything", Ct))?.Name);
        Assert.Null(await store.FindAsync("2", "Éclair", Ct));
    }

    [Fact]
    public async Task Preset_is_replaced_only_as_it_was_seen()
    {
        var first = new Preset("News", new() { LeastOutlets = 2 });
        await SaveAsync(first);
        var second = new Preset("NEWS", new() { LeastOutlets = 3 });

        Assert.Equal(PresetSaving.NameTaken, await store.SaveAsync(Guild, [second], seen: 0, Ct));
        Assert.Equal(PresetSaving.Saved, await store.SaveAsync(Guild, [second], Preset.VersionOf(first), Ct));
        Assert.Equal(PresetSaving.NameTaken, await store.SaveAsync(Guild, [first], Preset.VersionOf(first), Ct));

        Assert.Equal([second], await store.OfGuildAsync(Guild, Ct));
    }

    [Fact]
    public async Task Of_two_who_save_a_name_at_once_the_second_is_asked()
    {
        var saved = await Task.WhenAll(Enumerable.Range(2, 2).Select(
            outlets => store.SaveAsync(Guild, [new("News", new() { LeastOutlets = outlets })], seen: 0, Ct)));

        Assert.Equal([PresetSaving.Saved, PresetSaving.NameTaken], saved.Order());
    }

    [Fact]
    public async Task Server_has_room_for_twenty_and_gets_all_of_a_file_or_nothing()
    {
        await SaveAsync([.. Enumerable.Range(1, 19).Select(number => new Preset($"{number}", ChannelRules.Default))]);

        var two = await store.SaveAsync(Guild, [new("a", ChannelRules.Default), new("b", ChannelRules.Default)], seen: 0, Ct);
        var one = await store.SaveAsync(Guild, [new("a", ChannelRules.Default)], seen: 0, Ct);
        var replaced = await store.SaveAsync(
            Guild, [new("A", new() { Silent = true })], Preset.VersionOf(new Preset("a", ChannelRules.Default)), Ct);

        Assert.Equal((PresetSaving.Full, PresetSaving.Saved, PresetSaving.Saved), (two, one, replaced));
        Assert.Equal(20, (await store.OfGuildAsync(Guild, Ct)).Count);
    }

    [Fact]
    public async Task All_presets_together_have_a_limit_of_expressions()
    {
        await SaveAsync(new Preset("First", new() { Words = Expressions(60) }));

        Assert.Equal(PresetSaving.TooManyExpressions, await store.SaveAsync(Guild, [new("B", new() { Words = Expressions(41) })], 0, Ct));
        Assert.Equal(PresetSaving.Saved, await store.SaveAsync(Guild, [new("B", new() { Words = Expressions(40) })], 0, Ct));
        Assert.Equal(PresetSaving.Saved, await store.SaveAsync(Guild, [new("C", ChannelRules.Default)], 0, Ct));
    }

    [Fact]
    public async Task Preset_is_removed_as_it_was_seen_and_channels_keep_its_rules()
    {
        var preset = new Preset("News", new() { LeastOutlets = 2 });
        await SaveAsync(preset);
        await desk.Channels.SaveAsync(new() { Channel = "42", Guild = Guild, Rules = preset.On(ChannelRules.Default) }, by: null, Ct);

        Assert.False(await store.RemoveAsync(Guild, preset with { Rules = ChannelRules.Default }, Ct));
        Assert.True(await store.RemoveAsync(Guild, preset, Ct));
        Assert.False(await store.RemoveAsync(Guild, preset, Ct));

        Assert.Empty(await store.OfGuildAsync(Guild, Ct));
        Assert.Equal(2, (await desk.Subscriptions.OfChannelAsync("42", Ct))!.Rules.LeastOutlets);
    }

    public void Dispose() => desk.Dispose();

    async Task SaveAsync(params IReadOnlyList<Preset> presets) =>
        Assert.Equal(PresetSaving.Saved, await store.SaveAsync(Guild, presets, seen: 0, Ct));

    /// <summary>Half of a pair of characters can't be stored in any table.</summary>
    static bool IsText(ChannelRules rules) =>
        RuleFields.All.Write(rules).All(rule => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(rule.Value)) == rule.Value);

    static IReadOnlyList<WordPattern> Expressions(int count) =>
        [.. Enumerable.Range(0, count).Select(number => WordPattern.Parse($"/{number}/", out _)!)];
}
