using System.Globalization;
using Desk.Channels;
using Discord.Models;
using Discord.Rest;

namespace Bot.Posting;

/// <summary>What the bot may do in a channel now. An interaction says it only for the channel that it chose, and only once.</summary>
/// <param name="discord">Null for programs without Discord, which know nothing of it.</param>
sealed class ChannelPermissions(TimeProvider clock, DiscordRest? discord = null)
{
    /// <summary>A panel is drawn without this rather than late.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc cref="OfAsync(Snowflake, Snowflake, CancellationToken)"/>
    public async Task<ChannelAccess?> OfAsync(Subscription subscription, CancellationToken ct) =>
        Snowflake.TryParse(subscription.Guild, CultureInfo.InvariantCulture, out var guild)
        && Snowflake.TryParse(subscription.Channel, CultureInfo.InvariantCulture, out var channel)
            ? await OfAsync(guild, channel, ct)
            : null;

    /// <returns>Null if Discord doesn't say.</returns>
    public Task<ChannelAccess?> OfAsync(Snowflake guild, Snowflake channel, CancellationToken ct) =>
        AskAsync<ChannelAccess>((asked, late) => AskAsync(asked, guild, channel, late), ct);

    /// <summary>The roles of a server.</summary>
    /// <returns>Null if Discord doesn't say.</returns>
    public Task<IReadOnlyList<Role>?> RolesAsync(Snowflake guild, CancellationToken ct) =>
        AskAsync<IReadOnlyList<Role>>(async (asked, late) => (await asked.GetGuildAsync(guild, late)).Roles, ct);

    async Task<T?> AskAsync<T>(Func<DiscordRest, CancellationToken, Task<T>> ask, CancellationToken ct)
        where T : class
    {
        if (discord is null)
            return null;
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            return await ask(discord, either.Token);
        }
        catch (Exception failure) when (
            failure is HttpRequestException or DiscordApiException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    async Task<ChannelAccess> AskAsync(
        DiscordRest asked, Snowflake guildId, Snowflake channelId, CancellationToken ct)
    {
        var me = await asked.GetCurrentUserAsync(ct);
        var guild = await asked.GetGuildAsync(guildId, ct);
        var member = await asked.GetGuildMemberAsync(guildId, me.Id, ct);
        var now = clock.GetUtcNow();
        try
        {
            var channel = await asked.GetChannelAsync(channelId, ct);
            var allowed = channel is { ThreadMetadata: not null, ParentId: { } parent }
                ? EffectivePermissions.InThread(guild, await asked.GetChannelAsync(parent, ct), me.Id, member, now)
                : EffectivePermissions.InChannel(guild, channel, me.Id, member, now);
            return new(allowed, guild.Roles) { Tags = channel.AvailableTags };
        }
        catch (DiscordApiException hidden) when (hidden.Code is DiscordError.MissingAccess)
        {
            return new(Permissions.None, guild.Roles);
        }
    }
}

/// <param name="Allowed">What the bot may do in the channel.</param>
/// <param name="Roles">The server's.</param>
sealed record ChannelAccess(Permissions Allowed, IReadOnlyList<Role> Roles)
{
    /// <summary>A forum's.</summary>
    public IReadOnlyList<ForumTag> Tags { get; init; } = [];

    /// <summary>The tags that rules name and that the bot can't give to a post.</summary>
    public IEnumerable<string> MissingTags(ChannelRules rules) => rules.Tags
        .Select(tag => tag.Tag)
        .Where(name => !Tags.Any(tag => !tag.Moderated && tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        .Distinct();

    /// <summary>The roles that rules ping and that are there.</summary>
    public IReadOnlyList<Role> RolesOf(ChannelRules rules) => [.. Roles.Where(role => rules.Pings.Any(ping => ping.Role == $"{role.Id}"))];
}
