namespace LocalDiscord.Wire;

/// <summary>https://discord.com/developers/docs/resources/message#message-object-message-types</summary>
static class MessageType
{
    public const int Default = 0, Reply = 19, CommandAnswer = 20, ThreadStarter = 21, MenuAnswer = 23;
}
