using Discord;

namespace Bot.Commands;

/// <summary>How many articles a page shows.</summary>
static class CountOption
{
    public static ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.Integer,
        Name = "count",
        Description = $"How many on a page, 1 to {HeadlinePages.MostCount} (otherwise {HeadlinePages.DefaultCount})",
        MinValue = 1,
        MaxValue = HeadlinePages.MostCount,
    };

    // Discord keeps to the limits; `try` and other callers need not.
    public static int Of(SlashCall call) => Math.Clamp(call.Integer("count") ?? HeadlinePages.DefaultCount, 1, HeadlinePages.MostCount);
}
