namespace LocalDiscord.Rules;

/// <summary>A user did something that Discord's client wouldn't let them do. The message says what to do instead.</summary>
/// <param name="position">Where the error is in the text that the user typed, counted from 0; null when there is no such place.</param>
sealed class UserErrorException(string message, int? position = null) : Exception(message)
{
    public int? Position => position;
}
