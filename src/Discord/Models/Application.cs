namespace Discord.Models;

/// <summary>The bot's application. See https://discord.com/developers/docs/resources/application#application-object.</summary>
public sealed record Application
{
    public required Snowflake Id { get; init; }
}
