using System.Globalization;
using Discord;
using News;

namespace Bot.Posting;

/// <summary>Where messages are put, changed and looked for: in a channel, as a post of a forum, or privately with a member.</summary>
sealed class Postbox(DiscordRest discord, ChannelHistory history, TimeProvider clock)
{
    /// <summary>The place of the message is null where it is the delivery's channel.</summary>
    public async Task<PostedMessage> PostAsync(Delivery delivery, Draft.Say say, CancellationToken ct)
    {
        // Sending again after an answer that was lost returns the first message instead of making a second.
        var message = say.New with { Nonce = $"delivery-{delivery.Id}", EnforceNonce = true };
        switch (delivery.Destination)
        {
            case Destination.Member:
                var privately = (await discord.CreateDMAsync(Member(delivery), ct)).Id;
                return Posted(await discord.CreateMessageAsync(privately, message, ct), privately, say);
            case Destination.Forum:
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
    public async Task<PostedMessage?> FindAsync(Delivery delivery, Func<Message, bool> isIt, CancellationToken ct)
    {
        var place = delivery.Destination switch
        {
            Destination.Member => (await discord.CreateDMAsync(Member(delivery), ct)).Id,
            _ => Channel(delivery),
        };
        var found = delivery.Destination is Destination.Forum
            ? await history.OwnPostAsync(place, delivery.FirstClaimedAt, isIt, ct)
            : await history.OwnMessageAsync(place, delivery.FirstClaimedAt, isIt, ct);
        return found is null ? null : new(found.Id.ToString(), found.ChannelId.ToString() == delivery.Channel ? null : found.ChannelId.ToString(), Said: null, found.Timestamp);
    }

    async Task<StartForumThread> ForumPostAsync(Snowflake forum, Draft.Say say, CancellationToken ct)
    {
        var known = (await discord.GetChannelAsync(forum, ct)).AvailableTags;
        var fitting = say.Tags
            .Select(name => known.FirstOrDefault(tag => !tag.Moderated && string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase)))
            .OfType<ForumTag>()
            .Select(tag => tag.Id)
            .Distinct()
            .Take(DiscordLimits.AppliedTags);
        return new() { Name = ThreadName(say.Heading), AppliedTags = [.. fitting], Message = say.New };
    }

    PostedMessage Posted(Message message, Snowflake? place, Draft.Say say)
    {
        var now = clock.GetUtcNow();
        return new(message.Id.ToString(), place?.ToString(), say.Said, now) { PingedAt = say.Pings ? now : null };
    }

    static string ThreadName(string heading) => Cards.CardText.Plain(heading, DiscordLimits.ChannelName) is { Length: > 0 } name ? name : "News";

    static Snowflake Place(Delivery delivery, PostedMessage posted) => posted.Place is { } place ? Id(place) : Channel(delivery);

    static Snowflake Channel(Delivery delivery) => Id(delivery.Channel);

    static Snowflake Member(Delivery delivery) => Id(delivery.Channel[1..]);

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);
}
