using Desk.Database;
using Discord.Models;

namespace Bot.Cards;

/// <summary>
/// A story's public key in the numbers that every component has, so that a card is recognized even if it has no buttons: a half of its
/// random bits in the container, the other in the first text.
/// </summary>
static class CardKey
{
    const int Bits = 31;
    const long Half = (1L << Bits) - 1;

    /// <summary>Discord counts the components that have no number, from 1.</summary>
    const int Smallest = 1000;

    /// <returns>Null for a key that can't be written so.</returns>
    public static (int Container, int Text)? Split(long key)
    {
        var (container, text) = ((int)(key >> Bits & Half), (int)(key & Half));
        return key >= RandomKey.Smallest && container >= Smallest && text >= Smallest && container != text ? (container, text) : null;
    }

    /// <returns>Null if the message isn't the card of a story.</returns>
    public static long? On(Message message) => message.Components.OfType<Container>().FirstOrDefault() is { Id: { } container } card
        && Component.All(card.Components).OfType<TextDisplay>().FirstOrDefault() is { Id: { } text }
        && (RandomKey.Smallest | (long)container << Bits | (long)text) is var key
        && Split(key) == (container, text)
            ? key
            : null;
}
