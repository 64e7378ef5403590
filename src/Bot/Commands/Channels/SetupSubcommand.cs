using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel setup [channel]</c>: what most channels need on one panel. Its menus change only the panel; its last button adds the
/// channel, or changes it.
/// </summary>
sealed class SetupSubcommand(
    SetupPanel panel,
    PresetStore presets,
    GuildSubscriptions channels,
    ExpressionLimit expressions,
    ChannelAdministration administration,
    ChannelPermissions permissions,
    ChannelChecklist checklist,
    PostPreview preview,
    OutboxSignal outbox) : ISubcommand, IButton
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "setup",
        Description = "Set up a news channel on one panel: topics, layout, schedule, and ping",
        Options = [ChannelOption.Spec("Where to post (default: this channel)") with { Required = false }],
    };

    public string Name => SetupDraft.Name;

    public Access Access => Access.Moderators;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        if (ChannelOption.OrHere(call) is not { } channel)
            return await panel.DrawAsync(new(), call.GuildId, ct);
        var (known, refusal) = await channels.ToAddAsync(call.GuildId, channel.Id, ct);
        var draft = new SetupDraft { Channel = channel, Known = known, Rules = known?.Rules ?? ChannelRules.Default };
        return refusal ?? await panel.DrawAsync(draft, call.GuildId, ct);
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var (draft, refusal) = await ReadAsync(interaction, ct);
        if (draft is null)
            return refusal!;
        return interaction.CustomId.Words switch
        {
            _ when draft.Notice is not null => await RedrawAsync(draft, interaction, ct),
            SetupPanel.Preview when draft.Channel is not null =>
                await preview.OfAsync(draft.Subscription(interaction.GuildId), isSaved: false, ct),
            SetupPanel.Start when draft.Channel is not null => await SaveAsync(draft, interaction, ct),
            SetupPanel.First => await RedrawAsync(draft with { StartsWithNewest = !draft.StartsWithNewest }, interaction, ct),
            _ => await RedrawAsync(draft, interaction, ct),
        };
    }

    async Task<Reply> RedrawAsync(SetupDraft draft, CustomIdInteraction interaction, CancellationToken ct) =>
        await panel.DrawAsync(draft, interaction.GuildId, ct) with { Replaces = true };

    /// <summary>A channel that gets news already is shown with its own rules first.</summary>
    async Task<(SetupDraft? Draft, Reply? Refusal)> ReadAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (SetupDraft.Read(interaction) is not { } draft)
            return (null, Reply.Note("This panel has expired. Use `/channel setup` again."));
        var (known, refusal) = draft.Channel is null ? (null, null) : await channels.ToAddAsync(interaction.GuildId, draft.Channel.Id, ct);
        if (refusal is not null)
            return (null, refusal);
        var name = SetupDraft.PresetOn(interaction);
        var preset = name.Length == 0 ? null : await presets.FindAsync($"{interaction.GuildId}", name, ct);
        return (draft with
        {
            Known = known,
            Preset = preset,
            Rules = RulesOf(interaction, known, preset),
            Notice = SetupDraft.IsAsShown(interaction, preset) ? null : "The preset was changed or deleted meanwhile. Look again.",
        }, null);
    }

    ChannelRules RulesOf(CustomIdInteraction interaction, Subscription? known, Preset? preset)
    {
        var own = known?.Rules ?? ChannelRules.Default;
        var start = preset?.On(own) ?? own;
        return interaction.CustomId.Words switch
        {
            ChannelOption.Name when known is not null => start,
            SetupDraft.PresetPart when preset is not null => preset.On(SetupDraft.RulesOn(interaction, own, panel.Fields)),
            _ => SetupDraft.RulesOn(interaction, start, panel.Fields),
        };
    }

    async Task<Reply> SaveAsync(SetupDraft draft, CustomIdInteraction interaction, CancellationToken ct)
    {
        var subscription = draft.Subscription(interaction.GuildId);
        var before = subscription with { Rules = draft.Known?.Rules ?? ChannelRules.Default };
        if (await expressions.RefusalAsync(before, draft.Rules, ct) is { } tooMany)
            return tooMany;
        var told = (await permissions.OfAsync(subscription, ct))?.Allowed ?? draft.Channel!.AppPermissions;
        var text = draft.Known is null
            ? await AddAsync(subscription, interaction, ct)
            : await ChangeAsync(draft, subscription, interaction, ct);
        return await checklist.OfAsync(subscription, told ?? Permissions.None, text, ct) with { Replaces = true };
    }

    async Task<string> AddAsync(Subscription subscription, CustomIdInteraction interaction, CancellationToken ct)
    {
        var queued = await administration.SaveAsync(subscription, interaction.UserId?.ToString(), ct);
        outbox.Set();
        return $"<#{subscription.Channel}> now gets news. {AddSubcommand.FirstPosts(queued, subscription.Destination)}";
    }

    async Task<string> ChangeAsync(
        SetupDraft draft, Subscription subscription, CustomIdInteraction interaction, CancellationToken ct)
    {
        if (subscription.Rules == draft.Known!.Rules)
            return $"<#{subscription.Channel}> gets news as before.";
        await administration.ChangeAsync(subscription.Channel, subscription.Rules, interaction.UserId?.ToString(), ct);
        outbox.Set();
        return draft.Preset is null
            ? $"<#{subscription.Channel}> gets news by the changed rules. Its other rules stay."
            : $"<#{subscription.Channel}> gets news by the preset {PresetMenu.Bold(draft.Preset)}.";
    }
}
