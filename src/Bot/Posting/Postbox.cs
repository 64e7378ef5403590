using System.Collections.Concurrent;
using System.Globalization;
using Discord;
using News;

namespace Bot.Posting;

/// <summary>Where messages are put, changed and looked for: in a channel, as a post of a forum, or privately with a member.</summary>
sealed class Postbox(DiscordRest discord, ChannelHistory history, TimeProvider clock)
{
    /// <summary>In minutes. A card changes for three days, which it can't in an archived thread.</summary>
    const int ArchivedAfter = 3 * 24 * 60;

    readonly ConcurrentDictionary<string, Snowflake> privately = new();

    /// <summary>The place of the message is null where it is the delivery's channel.</summary>
    public async Task<PostedMessage> PostAsync(Delivery delivery, Draft.Say say, CancellationToken ct)
    {
        // Sending again after an answer that was lost returns the first message instead of making a second.
        var message = say.New with { Nonce = $"delivery-{delivery.Id}", EnforceNonce = true };
        switch (delivery.Destination, say.Place)
        {
            case (_, { } place):
                return Posted(await discord.CreateMessageAsync(Id(place), message, ct), Id(place), say);
            case (Destination.Member, _):
                var direct = await PrivatelyAsync(delivery, ct);
                return Posted(await discord.CreateMessageAsync(direct, message, ct), direct, say);
            case (Destination.Forum, _):
                var post = await discord.StartThreadInForumChannelAsync(Channel(delivery), await ForumPostAsync(Channel(delivery), say, ct), ct);
                return Posted(post.Message ?? new() { Id = post.Id, ChannelId = post.Id, Timestamp = post.Id.CreatedAt }, post.Id, say);
            default:
                return Posted(await discord.CreateMessageAsync(Channel(delivery), message, ct), place: null, say);
        }
    }

    public Task EditAsync(Delivery delivery, PostedMessage posted, Draft.Say say, CancellationToken ct) =>
        discord.EditMessageAsync(Place(delivery, posted), Id(posted.Id), say.Edit, ct);

    public Task DeleteAsync(Delivery delivery, PostedMessage posted, CancellationToken ct) =>
        discord.DeleteMessageAsync(Place(delivery, posted), Id(posted.Id), ct);

    /// <summary>Publishes a message to all channels that follow this one; one that is published already stays.</summary>
    public async Task PublishAsync(Delivery delivery, PostedMessage posted, CancellationToken ct)
    {
        try
        {
            await discord.CrosspostMessageAsync(Place(delivery, posted), Id(posted.Id), ct);
        }
        catch (DiscordApiException there) when (there.Code == DiscordError.MessageAlreadyCrossposted)
        {
            // An earlier attempt came as far as this.
        }
    }

    /// <summary>Starts the thread under a message; one that is there already stays.</summary>
    public async Task StartThreadAsync(Delivery delivery, PostedMessage posted, string heading, CancellationToken ct)
    {
        try
        {
            await discord.StartThreadFromMessageAsync(Place(delivery, posted), Id(posted.Id), new() { Name = ThreadName(heading) }, ct);
        }
        catch (DiscordApiException there) when (there.Code == DiscordError.MessageHasThread)
        {
            // An earlier attempt came as far as this.
        }
    }

    /// <summary>What an earlier attempt left there, cut off between sending and recording; null where there is nothing.</summary>
    public async Task<PostedMessage?> FindAsync(Delivery delivery, Mark mark, CancellationToken ct)
    {
        var found = (delivery.Destination, mark.Place) switch
        {
            (_, { } place) => await history.OwnMessageAsync(Id(place), delivery.FirstClaimedAt, mark.IsIt, ct),
            (Destination.Member, _) => await history.OwnMessageAsync(await PrivatelyAsync(delivery, ct), delivery.FirstClaimedAt, mark.IsIt, ct),
            (Destination.Forum, _) => await history.OwnPostAsync(Channel(delivery), delivery.FirstClaimedAt, mark.IsIt, ct),
            _ => await history.OwnMessageAsync(Channel(delivery), delivery.FirstClaimedAt, mark.IsIt, ct),
        };
        return found is null ? null : new(found.Id.ToString(), found.ChannelId.ToString() == delivery.Channel ? null : found.ChannelId.ToString(), Said: null, found.Timestamp);
    }

    /// <summary>Gives a forum's post its tag, where the forum has such a one.</summary>
    public async Task TagAsync(Delivery delivery, Draft.Tag tag, CancellationToken ct)
    {
        var known = (await discord.GetChannelAsync(Channel(delivery), ct)).AvailableTags;
        var applied = (await discord.GetChannelAsync(Id(tag.Post), ct)).AppliedTags;
        IReadOnlyList<Snowflake> wanted = [.. Tags(known, tag.Wanted).Take(1).Concat(applied.Except(Tags(known, tag.Unwanted))).Distinct().Take(DiscordLimits.AppliedTags)];
        if (!wanted.ToHashSet().SetEquals(applied))
            await discord.ModifyThreadAsync(Id(tag.Post), new() { AppliedTags = wanted }, ct);
    }

    async Task<StartForumThread> ForumPostAsync(Snowflake forum, Draft.Say say, CancellationToken ct)
    {
        var known = (await discord.GetChannelAsync(forum, ct)).AvailableTags;
        return new() { Name = ThreadName(say.Heading), AppliedTags = [.. Tags(known, say.Tags).Take(DiscordLimits.AppliedTags)], AutoArchiveDuration = ArchivedAfter, Message = say.New };
    }

    /// <summary>The forum's tags of these names that the bot may apply.</summary>
    static IEnumerable<Snowflake> Tags(IReadOnlyList<ForumTag> known, IEnumerable<string> names) => names
        .Select(name => known.FirstOrDefault(tag => !tag.Moderated && string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase)))
        .OfType<ForumTag>()
        .Select(tag => tag.Id)
        .Distinct();

    /// <summary>Asked for once: Discord minds bots that open many.</summary>
    async Task<Snowflake> PrivatelyAsync(Delivery delivery, CancellationToken ct)
    {
        if (!privately.TryGetValue(delivery.Channel, out var channel))
            privately[delivery.Channel] = channel = (await discord.CreateDMAsync(Id(delivery.Channel[1..]), ct)).Id;
        return channel;
    }

    PostedMessage Posted(Message message, Snowflake? place, Draft.Say say)
    {
        var now = clock.GetUtcNow();
        return new(message.Id.ToString(), place?.ToString(), say.Said, now) { PingedAt = say.Pings ? now : null };
    }

    static string ThreadName(string heading) => Cards.CardText.Plain(heading, DiscordLimits.ChannelName) is { Length: > 0 } name ? name : "News";

    static Snowflake Place(Delivery delivery, PostedMessage posted) => posted.Place is { } place ? Id(place) : Channel(delivery);

    static Snowflake Channel(Delivery delivery) => Id(delivery.Channel);

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);
}
