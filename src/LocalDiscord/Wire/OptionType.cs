namespace LocalDiscord.Wire;

/// <summary>
/// Types of a command's options.
/// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type
/// </summary>
static class OptionType
{
    public const int
        SubCommand = 1, SubCommandGroup = 2, String = 3, Integer = 4, Boolean = 5, User = 6, Channel = 7, Role = 8,
        Mentionable = 9, Number = 10, Attachment = 11;
}
