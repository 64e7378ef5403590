using System.Text;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>Saves presets from a channel or a file, and asks before any is replaced.</summary>
/// <remarks>The question carries what is to be saved as a file, so that its button finds it even after a restart.</remarks>
sealed class PresetSaver(
    RuleFields fields, PresetsPanel panel, PresetStore presets, AttachmentReader files, ChannelPermissions permissions) : IButton
{
    /// <summary>In characters, of the lines about one preset.</summary>
    const int ChangesLength = 600;

    const string FileName = "presets.yaml";

    public string Name => "replace-presets";

    public Access Access => Access.Moderators;

    public Task<Reply> SaveAsync(CustomIdInteraction interaction, Preset preset, CancellationToken ct) => preset.IsBuiltIn
        ? Task.FromResult(Reply.Note($"{PresetMenu.Bold(preset)} is a preset that every server has. Choose another name."))
        : SaveAsync(interaction, [preset], leftOut: [], seen: 0, ct);

    public Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) => ImportAsync(
        interaction,
        interaction.Message?.Attachments is [var attached, ..] ? attached : null,
        interaction.CustomId.Numbers is [var seen] ? seen : 0,
        ct);

    /// <param name="file">Null if none was uploaded.</param>
    /// <param name="seen">The version of the presets that may be replaced, as they were shown; 0 for none.</param>
    public async Task<Reply> ImportAsync(CustomIdInteraction interaction, Attachment? file, long seen, CancellationToken ct)
    {
        if (file is null)
            return Reply.Note("Upload a YAML file, such as **Export** in `/channel presets` creates.");
        var (text, error) = await files.ReadAsync(file, ct);
        if (text is null)
            return Reply.Note(error);
        var name = CardText.Plain(file.Filename, 60);
        var reading = PresetsFile.Read(text, name, fields);
        var roles = reading.Entries.All(preset => preset.Rules.Pings is [])
            ? []
            : await permissions.RolesAsync(interaction.GuildId!.Value, ct);
        if (roles is null)
            return Reply.Note("Nothing was changed. Discord doesn't tell me this server's roles right now. Try again in a minute.");
        return PresetsPlan.Of(reading, name, roles) switch
        {
            { Problems: { Count: > 0 } problems } => FileProblems.Note(problems),
            { Presets: [] } => Reply.Note("Nothing was changed. The file has no presets."),
            var plan => await SaveAsync(interaction, plan.Presets, plan.LeftOut, seen, ct),
        };
    }

    /// <summary>What could not be carried over; null for nothing.</summary>
    /// <param name="lines">One for each thing.</param>
    public static string? LeftOut(IReadOnlyList<string> lines) =>
        lines is [] ? null : $"⚠ Left out:\n{string.Join('\n', lines.Select(line => $"- {line}"))}";

    async Task<Reply> SaveAsync(
        CustomIdInteraction interaction, IReadOnlyList<Preset> wanted, IReadOnlyList<string> leftOut, long seen, CancellationToken ct)
    {
        var guild = interaction.GuildId!.Value;
        switch (await presets.SaveAsync(guild.ToString(), wanted, seen, ct))
        {
            case PresetSaving.Full:
                return Reply.Note(
                    $"Nothing was saved. A server can have {Preset.MostOfServer} presets of its own. Delete some in `/channel presets`, "
                    + "then try again.");
            case PresetSaving.TooManyExpressions:
                return Reply.Note(
                    $"Nothing was saved. All presets of a server together can have {ChannelRules.MostExpressions} regular expressions. "
                    + "Write words instead, or remove some.");
            case PresetSaving.NameTaken:
                return Ask(PresetStore.Replaced(await presets.OfGuildAsync(guild.ToString(), ct), wanted), wanted, leftOut) with
                {
                    Replaces = seen != 0,
                };
            default:
                var saved = $"Saved {string.Join(", ", wanted.Select(PresetMenu.Bold))}.";
                return await panel.DrawAsync(guild, wanted[0], CardText.Lines(saved, LeftOut(leftOut)), ct) with
                {
                    // A button elsewhere, such as on the rules of a channel, names the channel.
                    Replaces = interaction.CustomId is not { Name: PresetsPanel.Name, Numbers: [not 0] },
                };
        }
    }

    Reply Ask(IReadOnlyList<Preset> there, IReadOnlyList<Preset> wanted, IReadOnlyList<string> leftOut) => new()
    {
        Content = DiscordText.Shorten(
            CardText.Lines(
                [
                    there.Count switch
                    {
                        0 => "Nothing is saved yet, because the preset to replace was deleted meanwhile.",
                        1 => "Nothing is saved yet, because this preset exists already:",
                        _ => "Nothing is saved yet, because these presets exist already:",
                    },
                    .. there.Select(preset => Changes(preset, wanted)),
                    LeftOut(leftOut),
                ]),
            DiscordLimits.MessageContent),
        Files = [MessageAttachment.Upload(FileName, Encoding.UTF8.GetBytes(PresetsFile.Write(wanted)))],
        Components =
        [
            ActionRow.Of(new Button
            {
                Style = ButtonStyle.Danger,
                Label = there is [] ? "Save" : "Replace",
                CustomId = $"{new CustomId(Name, Preset.VersionOf(there))}",
            }),
        ],
        IsPrivate = true,
    };

    string Changes(Preset before, IReadOnlyList<Preset> wanted)
    {
        var after = wanted.First(before.HasNameOf);
        var lines = RulesText.Changes(fields, before.Rules, after.Rules, BotTexts.English.Answers).Select(line => $"- {line}").ToList();
        return CardText.Lines(
            PresetMenu.Bold(before), lines is [] ? "- no changes" : DiscordText.Shorten(string.Join('\n', lines), ChangesLength));
    }
}
