using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary>How many articles a page shows.</summary>
static class CountOption
{
    public static ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.Integer,
        Name = "count",
        Description = $"Articles per page, 1 to {PageSize.Max} (default: {PageSize.Default})",
        MinValue = 1,
        MaxValue = PageSize.Max,
    };

    // Discord enforces the limits; other callers, such as the `try` verb, may not.
    public static int Of(SlashCall call) => Math.Clamp(call.Integer("count") ?? PageSize.Default, 1, PageSize.Max);
}
