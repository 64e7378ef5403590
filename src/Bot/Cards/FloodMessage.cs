using Desk.Outbox;
using Discord.Models;

namespace Bot.Cards;

/// <summary>Asks moderators what to do with the stories that came at once, and says later what was done.</summary>
static class FloodMessage
{
    /// <summary>The buttons. They carry a <see cref="FloodOutcome"/> and the flood's key.</summary>
    public const string Button = "flood";

    const int Color = 0xBF8700;

    public static CreateMessage For(Flood flood)
    {
        var stories = flood.Stories == 1 ? "1 story" : $"{flood.Stories} stories";
        var text = flood.Outcome switch
        {
            FloodOutcome.Released => $"{stories} that came at once are on their way, as the channel's rules allow{By(flood)}.",
            FloodOutcome.Dropped =>
                $"{stories} that came at once were dropped and won't be posted{By(flood)}. `/channel post` posts a single one.",
            _ => $"{stories} wait, because more came within 10 minutes than the flood limit of this channel allows. Perhaps an archive "
                + "was copied into the content folder. Newer stories are posted as usual. `/channel edit` changes the limit.",
        };
        return new()
        {
            Embeds =
            [
                new()
                {
                    Title = "Too many stories at once",
                    Description = $"<#{flood.Channel}>: {text}",
                    Color = Color,
                },
            ],
            Components = flood.Outcome is null
                ? [ActionRow.Of(ButtonOf(flood, FloodOutcome.Released, "Post them"), ButtonOf(flood, FloodOutcome.Dropped, "Drop them"))]
                : [],
        };
    }

    /// <summary>Whether a message found in a channel reports this flood.</summary>
    public static bool IsOf(string key, Message message) =>
        Component.All(message.Components)
            .OfType<Button>()
            .Any(button => CustomId.Parse(button.CustomId) is { Name: Button } id && id.Words == key);

    static string By(Flood flood) => flood.EndedBy is { } person ? $" (<@{person}>)" : "";

    static Button ButtonOf(Flood flood, FloodOutcome outcome, string label) => new()
    {
        Style = outcome is FloodOutcome.Released ? ButtonStyle.Primary : ButtonStyle.Secondary,
        Label = label,
        CustomId = new CustomId(Button, (long)outcome) { Words = flood.Key }.ToString(),
    };
}
