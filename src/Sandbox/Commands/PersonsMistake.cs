namespace Sandbox.Commands;

/// <summary>Something that a person cannot do, and that Discord's client would not let them: the message says what to do instead.</summary>
sealed class PersonsMistake(string message) : Exception(message);
