using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel …</c>: which channels of a guild get which news. By default for members with Manage Server.</summary>
sealed class ChannelCommand(IEnumerable<ISubcommand> subcommands) : ISlashCommand, ISuggest
{
    readonly IReadOnlyList<ISubcommand> subcommands = [.. subcommands.Where(one => one.IsOffered)];

    public ApplicationCommand Spec => field ??= new()
    {
        Name = "channel",
        Description = "Choose the channels that get news, and what each one gets",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.Guild],
        Options = [.. subcommands.Select(subcommand => subcommand.Spec)],
    };

    public bool IsPrivate => true;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => (call.GuildId, Subcommand(call)) switch
    {
        (null, _) => Task.FromResult(Reply.Note("Use this command in a server.")),
        (_, { } subcommand) => subcommand.RunAsync(call, ct),
        _ => Task.FromResult(Reply.Note(BotTexts.English.Answers.CommandGone)),
    };

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) =>
        call.GuildId is not null && Subcommand(call) is ISuggest suggesting ? await suggesting.SuggestAsync(call, ct) : [];

    ISubcommand? Subcommand(SlashCall call) => subcommands.FirstOrDefault(subcommand => subcommand.Spec.Name == call.Subcommand);
}
