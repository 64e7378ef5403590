namespace Sandbox.Page;

/// <summary>The bot is not there, or did not answer in time.</summary>
sealed class BotSilence(string message) : Exception(message);
