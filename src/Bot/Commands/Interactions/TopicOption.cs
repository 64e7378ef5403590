using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>An option for one or several topics; see <see cref="NameOptions"/> for what is typed in it.</summary>
static class TopicOption
{
    public static ApplicationCommandOption Named(string name, string description) =>
        new() { Type = OptionType.String, Name = name, Description = description, Autocomplete = true };
}
