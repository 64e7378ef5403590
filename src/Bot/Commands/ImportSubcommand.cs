using System.Text;
using Bot.Cards;
using Bot.Posting;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel import file</c>: tells what a file would change, and changes it when asked again.</summary>
/// <remarks>The answer carries the file, so that the button finds it, also after a restart.</remarks>
sealed class ImportSubcommand(SubscriptionStore subscriptions, AttachmentReader files, OutboxSignal outbox) : ISubcommand, IButton
{
    const int ProblemsTold = 10;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "import",
        Description = "Take rules from a YAML file such as the export gives; asks before it changes anything",
        Options = [new() { Type = OptionType.Attachment, Name = "file", Description = "The file", Required = true }],
    };

    public string Name => "import";

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (text, plan, refusal) = await PlanAsync(call.File("file"), call.GuildId!.Value, ct);
        if (plan is null)
            return refusal;
        if (plan.Changes is [])
            return Reply.Note("The file says what the rules are already. Nothing is changed.");
        return new()
        {
            Content = DiscordText.Shorten($"This would change {Channels(plan)}:\n{Told(plan)}", DiscordLimits.MessageContent),
            Files = [MessageAttachment.Upload("channels.yaml", Encoding.UTF8.GetBytes(text))],
            Components = [ActionRow.Of(new Button { Style = ButtonStyle.Primary, Label = "Change it", CustomId = new CustomId(Name).ToString() })],
            IsPrivate = true,
        };
    }

    public async Task<Reply> PressAsync(Press press, CancellationToken ct)
    {
        if (!press.MayManage)
            return Reply.Note("Only those with Manage Server can change rules.");
        var (_, plan, refusal) = await PlanAsync(press.Message?.Attachments is [var file, ..] ? file : null, press.GuildId!.Value, ct);
        if (plan is null)
            return refusal;
        await subscriptions.SaveAllAsync(plan.Wanted, press.UserId?.ToString(), ct);
        outbox.Set();
        return new() { Content = $"{(plan.Changes is [] ? "Nothing was left to be changed" : $"Changed {Channels(plan)}")}. `/channel log` keeps what.", Replaces = true };
    }

    /// <summary>Null with what the person is told where the file can't be used.</summary>
    async Task<(string Text, ChannelsPlan? Plan, Reply Refusal)> PlanAsync(Attachment? file, Snowflake guild, CancellationToken ct)
    {
        if (file is null)
            return ("", null, Reply.Note("Attach a YAML file, such as `/channel export` gives."));
        var (text, error) = await files.ReadAsync(file, ct);
        if (text is null)
            return ("", null, Reply.Note(error));
        var plan = ChannelsPlan.Of(text, CardText.Plain(file.Filename, 60), await subscriptions.OfGuildAsync(guild.ToString(), ct), mayAdd: false);
        return plan.Problems is [] ? (text, plan, Reply.Note("")) : (text, null, Mistakes(plan));
    }

    static Reply Mistakes(ChannelsPlan plan)
    {
        var more = plan.Problems.Count > ProblemsTold ? $"\n… and {plan.Problems.Count - ProblemsTold} more." : "";
        return Reply.Note($"Nothing is changed, since the file has mistakes:\n{string.Join('\n', plan.Problems.Take(ProblemsTold).Select(problem => $"- {CardText.Markdown(problem.ToString(), 170)}"))}{more}");
    }

    static string Channels(ChannelsPlan plan) => plan.Changes is [var only] ? $"<#{only.Channel}>" : $"{plan.Changes.Count} channels";

    static string Told(ChannelsPlan plan) => string.Join('\n', plan.Changes.Select(change =>
        $"<#{change.Channel}>\n{string.Join('\n', change.Lines.Select(line => $"- {CardText.Markdown(line, 200)}"))}"));
}
