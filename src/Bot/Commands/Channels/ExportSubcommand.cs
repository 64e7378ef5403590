using System.Text;
using Bot.Commands.Interactions;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel export</c>: the channels and their rules as a YAML file.</summary>
sealed class ExportSubcommand(RuleFields fields, SubscriptionStore subscriptions) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "export",
        Description = "Export the rules as YAML",
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var all = await subscriptions.OfGuildAsync(call.GuildId.ToString()!, ct);
        if (all is [])
            return Reply.Note("No channel gets news yet. Use `/channel setup` to choose one.");
        var yaml = ChannelsFile.Write([.. all.Select(one => new ChannelEntry(one.Channel, Name: null, one.Rules))], fields);
        return new()
        {
            Content = $"The rules of {(all.Count == 1 ? "1 channel" : $"{all.Count} channels")}. Edit the file if you like, "
                + "and use `/channel import` to apply it.",
            Files = [MessageAttachment.Upload("channels.yaml", Encoding.UTF8.GetBytes(yaml))],
            IsPrivate = true,
        };
    }
}
