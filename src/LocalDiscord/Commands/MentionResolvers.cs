using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Commands;

/// <summary>Finds the channel, user, role or file that an option's text means.</summary>
interface IMentionResolver
{
    /// <summary>A channel object with at least its <c>id</c>.</summary>
    JsonObject? Channel(string text);

    string? UserId(string text);

    string? RoleId(string text);

    string? AttachmentId(string text);

    /// <summary>What to write instead of text that can't be resolved.</summary>
    string Example(int optionType);
}

/// <summary>Finds those of a guild, by id or by name.</summary>
/// <param name="attachments">Ids of the files that were sent with the command, by their numbers.</param>
sealed class GuildMentions(Guild guild, IReadOnlyDictionary<string, string>? attachments = null) : IMentionResolver
{
    public JsonObject? Channel(string text) => guild.Channel(text) ?? guild.ChannelNamed(text.TrimStart('#'));

    public string? UserId(string text) => guild.Members.Select(member => member.Object("user")!)
        .FirstOrDefault(user => user.Text("id") == text || user.Text("username") == text.TrimStart('@'))?.Text("id");

    public string? RoleId(string text) => guild.Roles
        .FirstOrDefault(role => role.Text("id") == text || role.Text("name")!.TrimStart('@') == text.TrimStart('@'))?.Text("id");

    public string? AttachmentId(string text) => attachments?.GetValueOrDefault(text);

    public string Example(int optionType) => optionType == OptionType.Channel ? "#news" : "@name";
}

/// <summary>Accepts every id, where there is no guild to look in.</summary>
sealed class AnyId : IMentionResolver
{
    public JsonObject? Channel(string text) => Id(text) is { } id ? new() { ["id"] = id } : null;

    public string? UserId(string text) => Id(text);

    public string? RoleId(string text) => Id(text);

    public string? AttachmentId(string text) => null;

    public string Example(int optionType) => optionType switch
    {
        OptionType.Channel => "<#123>, with the channel's id",
        OptionType.Role => "<@&123>, with the role's id",
        _ => "<@123>, with the user's id",
    };

    static string? Id(string text) => Snowflakes.TryParse(text, out _) ? text : null;
}

/// <summary>Accepts the names on the page, and every id.</summary>
sealed class SeedMentions : IMentionResolver
{
    readonly GuildMentions seed = new(new Guild());
    readonly AnyId any = new();

    public JsonObject? Channel(string text) => seed.Channel(text) ?? any.Channel(text);

    public string? UserId(string text) => seed.UserId(text) ?? any.UserId(text);

    public string? RoleId(string text) => seed.RoleId(text) ?? any.RoleId(text);

    public string? AttachmentId(string text) => null;

    public string Example(int optionType) => seed.Example(optionType);
}
