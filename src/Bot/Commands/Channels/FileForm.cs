using Bot.Cards;
using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>A form that asks for one file.</summary>
static class FileForm
{
    /// <summary>The question that the file answers.</summary>
    public const string File = "file";

    public static Form Of(CustomId id, string title, string description) =>
        new(id, title, [new Label { Text = "File", Description = description, Component = new FileUpload { CustomId = File } }]);
}
