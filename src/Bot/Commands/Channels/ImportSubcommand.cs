using System.Text;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel import [file]</c>: shows what a file would change, and applies it when its button is pressed. Without a file, a form asks
/// for it.
/// </summary>
/// <remarks>The answer carries the file, so that the button finds it even after a restart.</remarks>
sealed class ImportSubcommand(
    RuleFields fields,
    SubscriptionStore subscriptions,
    ChannelAdministration administration,
    AttachmentReader files,
    ChannelPermissions permissions,
    OutboxSignal outbox) : ISubcommand, IButton, IForm
{
    const string File = "file";

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "import",
        Description = "Import rules from YAML; shows the changes and asks for confirmation",
        Options =
        [
            new()
            {
                Type = OptionType.Attachment,
                Name = File,
                Description = "A YAML file, such as /channel export creates (default: a form asks for it)",
            },
        ],
    };

    public string Name => "import";

    public Access Access => Access.Moderators;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call.File(File) is { } file
        ? await ShowAsync(file, call.GuildId!.Value, ct)
        : new() { Form = FileForm.Of(new(Name), "Import rules", "A YAML file, such as /channel export creates.") };

    public Task<Reply> SubmitAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        ShowAsync(interaction.File(FileForm.File), interaction.GuildId!.Value, ct);

    async Task<Reply> ShowAsync(Attachment? file, Snowflake guild, CancellationToken ct)
    {
        var (text, plan, refusal) = await PlanAsync(file, guild, ct);
        if (plan is null)
            return refusal;
        if (plan.Changes is [])
            return Reply.Note("The file matches the current rules, so there is nothing to change.");
        return new()
        {
            Content = DiscordText.Shorten($"This would change {Channels(plan)}:\n{Changes(plan)}", DiscordLimits.MessageContent),
            Files = [MessageAttachment.Upload("channels.yaml", Encoding.UTF8.GetBytes(text))],
            Components = [ActionRow.Of(new Button { Style = ButtonStyle.Primary, Label = "Apply", CustomId = $"{new CustomId(Name)}" })],
            IsPrivate = true,
        };
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var file = interaction.Message?.Attachments is [var attached, ..] ? attached : null;
        var (_, plan, refusal) = await PlanAsync(file, interaction.GuildId!.Value, ct);
        if (plan is null)
            return refusal;
        await administration.SaveAllAsync(plan.Wanted, interaction.UserId?.ToString(), ct);
        outbox.Set();
        var changed = plan.Changes is [] ? "Nothing was left to change" : $"Changed {Channels(plan)}";
        return new() { Content = $"{changed}. Use `/channel log` to see all changes.", Replaces = true };
    }

    /// <summary>A plan, or null with what the person gets if the file can't be used.</summary>
    async Task<(string Text, ChannelsPlan? Plan, Reply Refusal)> PlanAsync(Attachment? file, Snowflake guild, CancellationToken ct)
    {
        if (file is null)
            return ("", null, Reply.Note("Attach a YAML file, such as `/channel export` creates."));
        var (text, error) = await files.ReadAsync(file, ct);
        if (text is null)
            return ("", null, Reply.Note(error));
        var known = await subscriptions.OfGuildAsync(guild.ToString(), ct);
        var name = CardText.Plain(file.Filename, 60);
        var plan = ChannelsPlan.Of(text, name, known, mayAdd: false, fields, await permissions.RolesAsync(guild, ct));
        if (plan.Problems is not [])
            return (text, null, FileProblems.Note(plan.Problems));
        return ExpressionLimit.Refusal(known, plan) is { } tooMany ? (text, null, tooMany) : (text, plan, Reply.Note(""));
    }

    static string Channels(ChannelsPlan plan) => plan.Changes is [var only] ? $"<#{only.Channel}>" : $"{plan.Changes.Count} channels";

    static string Changes(ChannelsPlan plan) => string.Join('\n', plan.Changes.Select(change =>
        $"<#{change.Channel}>\n{string.Join('\n', change.Lines.Select(line => $"- {CardText.Markdown(line, 200)}"))}"));
}
