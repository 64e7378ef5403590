using System.Text;
using Discord;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel export</c>: the channels and their rules as a file to keep.</summary>
sealed class ExportSubcommand(SubscriptionStore subscriptions) : ISubcommand
{
    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "export",
        Description = "The channels and their rules as a YAML file, to be kept and imported",
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var all = await subscriptions.OfGuildAsync(call.GuildId.ToString()!, ct);
        if (all is [])
            return Reply.Note("No channel gets news yet. `/channel add` chooses one.");
        var yaml = ChannelsFile.Write([.. all.Select(one => new ChannelEntry(one.Channel, Name: null, one.Rules))]);
        return new()
        {
            Content = $"The rules of {(all.Count == 1 ? "one channel" : $"{all.Count} channels")}. `/channel import` takes the file back, changed or not.",
            Files = [MessageAttachment.Upload("channels.yaml", Encoding.UTF8.GetBytes(yaml))],
            IsPrivate = true,
        };
    }
}
