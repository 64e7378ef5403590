using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The form that saves a channel's rules as a preset.</summary>
sealed class PresetForms(RuleFields fields, GuildSubscriptions channels)
{
    public const string Save = "save";

    const string NameQuestion = "name";
    const string KeptQuestion = "kept";

    /// <summary>Of a button elsewhere that opens the form for this channel.</summary>
    public static string IdToSave(Subscription subscription) =>
        new CustomId(PresetsPanel.Name, long.Parse(subscription.Channel, CultureInfo.InvariantCulture)) { Words = Save }.ToString();

    public Form Open(CustomId id) => new(id, "Save as preset",
    [
        new()
        {
            Text = "Name",
            Component = new TextInput
            {
                CustomId = NameQuestion, Style = TextInputStyle.Short, Placeholder = "Breaking news", MaxLength = Preset.NameLength,
            },
        },
        new()
        {
            Text = "Channel",
            Description = "Its rules become those of the preset.",
            Component = new ChannelSelect
            {
                CustomId = ChannelOption.Name,
                ChannelTypes = ChannelOption.Types,
                DefaultValues = id.Numbers is [var channel and > 0] ? [new(new((ulong)channel), "channel")] : null,
            },
        },
        new()
        {
            Text = "Also save",
            Description = "What isn't checked stays as it is in channels that you use the preset for.",
            Component = new CheckboxGroup
            {
                CustomId = KeptQuestion,
                MinValues = 0,
                Required = false,
                Options = [.. fields.Where(field => field.StaysWithChannel).Select(field => new GroupOption
                {
                    Label = RulesText.Capitalized(field.Label), Value = field.Name, Default = true,
                })],
            },
        },
    ]);

    /// <summary>The preset as it was filled in, or null with what the person gets instead.</summary>
    public async Task<(Preset? Preset, Reply? Refusal)> ReadAsync(CustomIdInteraction submitted, CancellationToken ct)
    {
        if (Preset.ReadName(submitted.Answer(NameQuestion), out var error) is not { } name)
            return (null, Reply.Note($"Nothing was saved. The name {CardText.Markdown(error, 250)}"));
        var chosen = await channels.OfAsync(
            submitted.GuildId,
            Snowflake.TryParse(submitted.Answer(ChannelOption.Name), CultureInfo.InvariantCulture, out var channel) ? channel : null,
            ct);
        return chosen.Subscription is { } subscription
            ? (new(name, Preset.RulesFrom(subscription.Rules, submitted.Answers.GetValueOrDefault(KeptQuestion) ?? [])), null)
            : (null, Reply.Note(chosen.Refusal));
    }
}
