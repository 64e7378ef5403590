using Bot.Cards;
using Bot.Commands.Rules;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The menu from which a preset is chosen, those that every server has first.</summary>
sealed class PresetMenu(RuleFields fields, PresetStore presets)
{
    public async Task<StringSelect> OfAsync(Snowflake? guild, Preset? chosen, string customId, string placeholder, CancellationToken ct) =>
        new()
        {
            CustomId = customId,
            Placeholder = placeholder,
            MinValues = 0,
            MaxValues = 1,
            Options = [.. (await presets.AllAsync($"{guild}", ct)).Select(preset => new SelectOption
            {
                Label = CardText.Plain(preset.Name, DiscordLimits.SelectOptionLabel),
                Value = preset.Name,
                Description = RulesText.Plain(
                    fields, preset.Rules, BotTexts.English.Answers, DiscordLimits.SelectOptionDescription),
                Default = preset.Name == chosen?.Name,
            })],
        };

    /// <summary>A preset's name in a sentence.</summary>
    public static string Bold(Preset preset) => $"**{CardText.Inline(preset.Name, 2 * Preset.NameLength)}**";
}
