using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>A slash command that somebody used.</summary>
sealed record SlashCall
{
    public required string Name { get; init; }

    public string? Subcommand { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>Where it was typed, with what the bot may do there; null if Discord didn't say.</summary>
    public Channel? Here { get; init; }

    public Snowflake? UserId { get; init; }

    /// <summary>Null in a direct message.</summary>
    public Member? Member { get; init; }

    /// <summary>The language of the person's Discord, such as <c>en-GB</c>.</summary>
    public string Language { get; init; } = Desk.Channels.Language.English.Code;

    /// <summary>Whether the bot may send files where the answer goes.</summary>
    public bool AllowsFiles { get; init; } = true;

    public IReadOnlyList<InteractionOption> Options { get; init; } = [];

    /// <summary>What Discord says about the channels in the options.</summary>
    public IReadOnlyDictionary<Snowflake, Channel> Channels { get; init; } = new Dictionary<Snowflake, Channel>();

    /// <summary>The files in the options.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment> Attachments { get; init; } = new Dictionary<Snowflake, Attachment>();

    /// <summary>The option that is being typed, if the person wants suggestions.</summary>
    public InteractionOption? Focused => Options.FirstOrDefault(option => option.Focused);

    /// <summary>What is in the focused option so far.</summary>
    public string Typed => Focused?.Value?.ToString() ?? "";

    public string? Text(string option) => Option(option)?.Value?.ToString();

    public int? Integer(string option) =>
        Option(option)?.Value is { } value && value.TryGetInt32(out var number) ? number : null;

    public Channel? Channel(string option) =>
        Snowflake.TryParse(Text(option), null, out var id) ? Channels.GetValueOrDefault(id) ?? new Channel { Id = id } : null;

    /// <summary>Null if the option was not used.</summary>
    public bool? Flag(string option) => bool.TryParse(Text(option), out var flag) ? flag : null;

    public Attachment? File(string option) =>
        Snowflake.TryParse(Text(option), null, out var id) ? Attachments.GetValueOrDefault(id) : null;

    /// <summary>With this value for an option of text.</summary>
    public SlashCall With(string option, string value)
    {
        var changed = ShownCall.Option(option, OptionType.String, value);
        return this with
        {
            Options = Option(option) is null
                ? [.. Options, changed]
                : [.. Options.Select(one => one.Name == option ? changed : one)],
        };
    }

    public static SlashCall From(Interaction interaction)
    {
        var data = interaction.Data!;
        var subcommand = data.Options is [{ Type: OptionType.SubCommand } first] ? first : null;
        return new()
        {
            Name = data.Name!,
            Subcommand = subcommand?.Name,
            GuildId = interaction.GuildId,
            ChannelId = interaction.ChannelId,
            Here = interaction.Channel is { } here ? here with { AppPermissions = interaction.AppPermissions } : null,
            UserId = (interaction.Member?.User ?? interaction.User)?.Id,
            Member = interaction.Member,
            Language = interaction.Locale ?? Desk.Channels.Language.English.Code,
            AllowsFiles = interaction.AppPermissions.HasFlag(Permissions.AttachFiles),
            Options = subcommand?.Options ?? data.Options,
            Channels = data.Resolved?.Channels ?? new Dictionary<Snowflake, Channel>(),
            Attachments = data.Resolved?.Attachments ?? new Dictionary<Snowflake, Attachment>(),
        };
    }

    InteractionOption? Option(string name) => Options.FirstOrDefault(option => option.Name == name);
}
