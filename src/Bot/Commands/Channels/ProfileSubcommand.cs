using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Pictures;
using Discord.Models;
using Discord.Rest;

namespace Bot.Commands.Channels;

/// <summary><c>/channel profile name picture reset</c>: what the bot is called and looks like in this server.</summary>
/// <remarks>Posts that are there already get them too: Discord draws each message with its author's present name and picture.</remarks>
/// <param name="discord">Null for programs without Discord.</param>
sealed class ProfileSubcommand(AttachmentReader files, DiscordRest? discord = null) : ISubcommand
{
    const string NameOption = "name";
    const string Picture = "picture";
    const string Reset = "reset";
    const int MostBytes = 2 * 1024 * 1024;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "profile",
        Description = "Give me a name and a picture for this server",
        Options =
        [
            new() { Type = OptionType.String, Name = NameOption, Description = "What I'm called in this server" },
            new() { Type = OptionType.Attachment, Name = Picture, Description = "A PNG, JPEG, or GIF of at most 2 MB; square looks best" },
            new() { Type = OptionType.Boolean, Name = Reset, Description = "True goes back to my own name and picture" },
        ],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        if (discord is null)
            return Reply.Note("Only a bot on Discord has a name and a picture.");
        var (name, isReset) = (call.Text(NameOption)?.Trim(), call.Flag(Reset) == true);
        if (name is { Length: > DiscordLimits.Nickname })
            return Reply.Note($"A name can have {DiscordLimits.Nickname} characters, and this one has {name.Length}.");
        var (picture, error) = call.File(Picture) is { } file ? await PictureAsync(file, ct) : (null, "");
        if (error.Length > 0)
            return Reply.Note(error);
        if (name is null or "" && picture is null && !isReset)
            return Reply.Note("Nothing to change. Set `name`, `picture`, or `reset`.");

        var empty = isReset ? "" : null;
        try
        {
            await discord.ModifyCurrentMemberAsync(
                call.GuildId!.Value, new() { Nick = name is { Length: > 0 } ? name : empty, Avatar = picture ?? empty }, ct);
        }
        catch (DiscordApiException refused)
        {
            return Reply.Note($"Discord refused that: {refused.Explanation}");
        }

        return Reply.Note(Changed(name, picture is not null, isReset));
    }

    /// <summary>As a data URI, or null with what to do instead.</summary>
    async Task<(string? Picture, string Error)> PictureAsync(Attachment file, CancellationToken ct)
    {
        var (bytes, error) = await files.ReadAsync(file, MostBytes, "The picture is larger than 2 MB. Attach a smaller one.", ct);
        if (bytes is null)
            return (null, error);
        var type = PictureHeader.Read(bytes)?.Extension switch { "jpg" => "jpeg", "webp" => null, var other => other };
        return type is null
            ? (null, "The file is not a complete PNG, JPEG, or GIF. Save it as one of these, then attach it again.")
            : ($"data:image/{type};base64,{Convert.ToBase64String(bytes)}", "");
    }

    static string Changed(string? name, bool hasPicture, bool isReset)
    {
        var called = name is { Length: > 0 } ? $"I'm called **{CardText.Inline(name, 200)}** in this server now" : null;
        return (called, hasPicture, isReset) switch
        {
            (null, false, _) => "I have my own name and picture in this server again.",
            (null, true, true) => "I have the new picture and my own name in this server now.",
            (null, true, false) => "I have the new picture in this server now.",
            (_, false, true) => $"{called}, with my own picture.",
            (_, true, _) => $"{called}, with the new picture.",
            _ => $"{called}.",
        };
    }
}
