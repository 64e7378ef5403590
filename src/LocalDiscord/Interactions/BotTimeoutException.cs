namespace LocalDiscord.Interactions;

/// <summary>The bot is offline, or didn't answer an interaction properly in time.</summary>
sealed class BotTimeoutException(string message) : Exception(message);
