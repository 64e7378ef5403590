using Discord;

namespace Bot.Commands;

/// <summary><c>/channel …</c>: which channels of a guild get which news. For those with Manage Server, unless the guild says otherwise.</summary>
sealed class ChannelCommand(IEnumerable<ISubcommand> subcommands) : ISlashCommand, ISuggest
{
    readonly IReadOnlyList<ISubcommand> subcommands = [.. subcommands];

    public ApplicationCommand Spec => field ??= new()
    {
        Name = "channel",
        Description = "Choose the channels that news is posted to, and what each of them gets",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.Guild],
        Options = [.. subcommands.Select(subcommand => subcommand.Spec)],
    };

    public bool IsPrivate => true;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => (call.GuildId, Subcommand(call)) switch
    {
        (null, _) => Task.FromResult(Reply.Note("Channels are chosen in a server. Use this command there.")),
        (_, { } subcommand) => subcommand.RunAsync(call, ct),
        _ => Task.FromResult(Reply.Note("This command is not there any more. Discord will show the new ones in a moment.")),
    };

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) =>
        call.GuildId is not null && Subcommand(call) is ISuggest suggesting ? await suggesting.SuggestAsync(call, ct) : [];

    ISubcommand? Subcommand(SlashCall call) => subcommands.FirstOrDefault(subcommand => subcommand.Spec.Name == call.Subcommand);
}
