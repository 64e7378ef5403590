using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>The option by which a member gets an answer alone that everybody would see otherwise.</summary>
static class PrivateOption
{
    const string Name = "private";

    public static ApplicationCommandOption Spec { get; } =
        new() { Type = OptionType.Boolean, Name = Name, Description = "Show the answer only to you" };

    public static bool Of(SlashCall call) => call.Flag(Name) is true;

    /// <summary>The answer for everybody, or for the member alone if that was asked for.</summary>
    public static Reply Apply(SlashCall call, Reply reply) => Of(call) ? reply with { IsPrivate = true } : reply;
}
