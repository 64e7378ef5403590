namespace LocalDiscord.Interactions;

/// <summary>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type</summary>
static class InteractionType
{
    public const int Ping = 1, Command = 2, Component = 3, Autocomplete = 4, ModalSubmit = 5;
}

/// <summary>
/// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type
/// </summary>
static class CallbackType
{
    public const int Pong = 1, Message = 4, DeferredMessage = 5, DeferredUpdate = 6, UpdateMessage = 7, Choices = 8, Modal = 9;
}
