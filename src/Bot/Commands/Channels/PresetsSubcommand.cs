using System.Text;
using Articles;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel presets</c>: shows the presets of the server, uses, exports and deletes them.</summary>
sealed class PresetsSubcommand(
    PresetsPanel panel,
    PresetForms forms,
    PresetSaver saver,
    PresetStore presets,
    SetupPanel setup,
    ChannelPermissions permissions) : ISubcommand, IButton, IForm
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "presets",
        Description = "Save, use, and share rules under a name",
    };

    public string Name => PresetsPanel.Name;

    public Access Access => Access.Moderators;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => panel.DrawAsync(call.GuildId, chosen: null, notice: null, ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var guild = interaction.GuildId;
        switch (interaction.CustomId)
        {
            case { Words: PresetsPanel.Choose }:
                var found = await presets.FindAsync($"{guild}", RuleAnswers.First(interaction.Values), ct);
                return await panel.DrawAsync(guild, found, notice: null, ct) with { Replaces = true };
            case { Words: PresetForms.Save } id:
                return new() { Form = forms.Open(id) };
            case { Words: PresetsPanel.Import } id:
                return new() { Form = FileForm.Of(id, "Import presets", "A YAML file, such as Export creates.") };
            case { Numbers: [var version], Words: { } words } when words.Split(' ', 2) is [var part, var chosen]:
                if (await presets.FindAsync($"{guild}", chosen, ct) is { } preset && Preset.VersionOf(preset) == version)
                    return await PressAsync(part, preset, guild!.Value, ct);
                return await panel.DrawAsync(guild, null, "That preset was changed or deleted meanwhile.", ct) with { Replaces = true };
            default:
                return Reply.Note("This panel has expired. Use `/channel presets` again.");
        }
    }

    public async Task<Reply> SubmitAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        switch (interaction.CustomId.Words)
        {
            case PresetForms.Save:
                var (preset, refusal) = await forms.ReadAsync(interaction, ct);
                return preset is null ? refusal! : await saver.SaveAsync(interaction, preset, ct);
            case PresetsPanel.Import:
                return await saver.ImportAsync(interaction, interaction.File(FileForm.File), seen: 0, ct);
            default:
                return Reply.Note("This form has expired. Use `/channel presets` again.");
        }
    }

    async Task<Reply> PressAsync(string part, Preset preset, Snowflake guild, CancellationToken ct) => part switch
    {
        PresetsPanel.Use => await setup.DrawAsync(new() { Preset = preset, Rules = preset.On(ChannelRules.Default) }, guild, ct),
        PresetsPanel.Export => await ExportAsync(preset, guild, ct),
        PresetsPanel.Delete when !preset.IsBuiltIn => await panel.AskAsync(guild, preset, ct) with { Replaces = true },
        PresetsPanel.DeleteNow => await DeleteAsync(preset, guild, ct) with { Replaces = true },
        _ => await panel.DrawAsync(guild, preset, notice: null, ct) with { Replaces = true },
    };

    async Task<Reply> DeleteAsync(Preset preset, Snowflake guild, CancellationToken ct)
    {
        var notice = await presets.RemoveAsync(guild.ToString(), preset, ct)
            ? $"Deleted {PresetMenu.Bold(preset)}. Channels that were set up with it keep their rules."
            : $"{PresetMenu.Bold(preset)} was changed or deleted meanwhile.";
        return await panel.DrawAsync(guild, chosen: null, notice, ct);
    }

    async Task<Reply> ExportAsync(Preset preset, Snowflake guild, CancellationToken ct)
    {
        if ((preset.Rules.Pings is [] ? [] : await permissions.RolesAsync(guild, ct)) is not { } roles)
            return Reply.Note("Discord doesn't tell me the names of the roles to ping right now. Try again in a minute.");
        var leftOut = new List<string>();
        var exported = RoleNames.Move(
            preset, role => RoleNames.NameOf(role, roles), "because no other role can be told from it by name", leftOut);
        string?[] lines =
        [
            $"The preset {PresetMenu.Bold(preset)}. To use it on another server, press **Import presets …** in `/channel presets` there.",
            exported.Rules.Pings is [] ? null : "Its roles to ping go by name: the other server needs roles of the same names.",
            exported.Rules.Tags is [] ? null : "Its forum tags go by name: forums on the other server need tags of the same names.",
            PresetSaver.LeftOut(leftOut),
        ];
        var name = Slug.OfWords(preset.Name) is { Length: > 0 } slug ? slug : "preset";
        return new()
        {
            Content = DiscordText.Shorten(CardText.Lines(lines), DiscordLimits.MessageContent),
            Files = [MessageAttachment.Upload($"{name}.yaml", Encoding.UTF8.GetBytes(PresetsFile.Write([exported])))],
            IsPrivate = true,
        };
    }
}
