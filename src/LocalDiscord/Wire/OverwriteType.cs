namespace LocalDiscord.Wire;

/// <summary>Whom a channel's permission overwrite is for. https://discord.com/developers/docs/resources/channel#overwrite-object</summary>
static class OverwriteType
{
    public const int Role = 0, Member = 1;
}
