using System.Text;
using Bot.Commands.Interactions;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel export [digest] [edition]</c>: the channels and their rules as a YAML file, or a channel's digest as HTML and Markdown.
/// </summary>
sealed class ExportSubcommand(RuleFields fields, SubscriptionStore subscriptions, DigestExport digests) : ISubcommand
{
    const string Digest = "digest";
    const string Edition = "edition";
    const string Next = "next";

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "export",
        Description = "Export the rules as YAML, or a digest as HTML and Markdown",
        Options =
        [
            ChannelOption.Spec("Instead of the rules, the digest of this channel") with { Name = Digest, Required = false },
            new()
            {
                Type = OptionType.String,
                Name = Edition,
                Description = "Which digest (default: the last one that was posted)",
                Choices = [new() { Name = "last", Value = "last" }, new() { Name = Next, Value = Next }],
            },
        ],
    };

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => call.Channel(Digest) is { } channel
        ? digests.ExportAsync(call.GuildId, channel.Id, call.Text(Edition) == Next, ct)
        : RulesAsync(call, ct);

    async Task<Reply> RulesAsync(SlashCall call, CancellationToken ct)
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
