using System.CommandLine;
using Bot.Cli;

var program = new RootCommand("A news desk for Discord: posts the articles of a folder, each story once, and answers questions about them.")
{
    ProgramOptions.Content,
    ProgramOptions.Database,
    RunVerb.Command,
    NewVerb.Command,
    CheckVerb.Command,
    PreviewVerb.Command,
    ListVerb.Command,
    StatusVerb.Command,
    MissingVerb.Command,
    BackupVerbs.Backup,
    BackupVerbs.Restore,
    BackupVerbs.Vacuum,
    MoveVerb.Command,
    ChannelsVerb.Command,
    TryVerb.Command,
    EmbedVerb.Command,
};
program.SetAction(RunVerb.RunAsync);

// RunVerb takes signals itself; they end every other verb at once.
return await program.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });
