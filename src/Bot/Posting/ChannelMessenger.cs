using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;

namespace Bot.Posting;

/// <summary>Posts, edits and finds messages: in a channel, as a forum post, or in direct messages with a member.</summary>
sealed class ChannelMessenger(DiscordRest discord, ChannelHistory history, FileSender files, TimeProvider clock)
{
    /// <summary>In minutes. A card changes for three days, which it can't in an archived thread.</summary>
    const int ArchivedAfter = 3 * 24 * 60;

    readonly ConcurrentDictionary<string, Snowflake> privately = new();

    /// <summary>The message's place is null if that is the delivery's channel.</summary>
    public Task<PostedMessage> PostAsync(Delivery delivery, Draft.Post post, CancellationToken ct) =>
        files.SendAsync(delivery, post.WithFiles, post.Message, message => PostAsync(delivery, post, message, ct));

    async Task<PostedMessage> PostAsync(Delivery delivery, Draft.Post post, CreateMessage content, CancellationToken ct)
    {
        // Sending again after an answer that was lost returns the first message instead of making a second.
        var message = content with { Nonce = delivery.Nonce, EnforceNonce = true };
        switch (delivery.Destination, post.Place)
        {
            case (_, { } place):
                return Posted(await discord.CreateMessageAsync(Id(place), message, ct), Id(place), post);
            case (Destination.Member, _):
                var direct = await PrivatelyAsync(delivery, ct);
                return Posted(await discord.CreateMessageAsync(direct, message, ct), direct, post);
            case (Destination.Forum, _):
                var forum = Channel(delivery);
                var thread = await discord.StartThreadInForumChannelAsync(forum, await ForumPostAsync(forum, post, content, ct), ct);
                var first = thread.Message ?? new() { Id = thread.Id, ChannelId = thread.Id, Timestamp = thread.Id.CreatedAt };
                return Posted(first, thread.Id, post);
            default:
                return Posted(await discord.CreateMessageAsync(Channel(delivery), message, ct), place: null, post);
        }
    }

    public Task EditAsync(Delivery delivery, PostedMessage posted, Draft.Edit edit, CancellationToken ct) => files.SendAsync(
        delivery, edit.WithFiles, edit.Message, message => discord.EditMessageAsync(Place(delivery, posted), Id(posted.Id), message, ct));

    /// <summary>
    /// A forum's post follows its headline, unless somebody gave it another name: then it doesn't say what its message says.
    /// </summary>
    public async Task RenameAsync(Delivery delivery, PostedMessage posted, string heading, CancellationToken ct)
    {
        if (delivery.Destination is not Destination.Forum || posted.Place is not { } place)
            return;
        var (current, wanted) = ((await discord.GetChannelAsync(Id(place), ct)).Name ?? "", ThreadName(heading));
        if (current == wanted)
            return;
        var message = await discord.GetChannelMessageAsync(Id(place), Id(posted.Id), ct);
        if (Cards.StoryMessage.TitleOn(message) is { } title && Letters(title).StartsWith(Letters(current), StringComparison.Ordinal))
            await discord.ModifyThreadAsync(Id(place), new() { Name = wanted }, ct);
    }

    /// <summary>What remains of a headline however it is escaped or cut off.</summary>
    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    public Task DeleteAsync(Delivery delivery, PostedMessage posted, CancellationToken ct) =>
        discord.DeleteMessageAsync(Place(delivery, posted), Id(posted.Id), ct);

    /// <summary>Publishes a message to all channels that follow this one, unless it is published already.</summary>
    public async Task PublishAsync(Delivery delivery, PostedMessage posted, CancellationToken ct)
    {
        try
        {
            await discord.CrosspostMessageAsync(Place(delivery, posted), Id(posted.Id), ct);
        }
        catch (DiscordApiException there) when (there.Code == DiscordError.MessageAlreadyCrossposted)
        {
            // An earlier attempt got this far.
        }
    }

    /// <summary>Starts the thread under a message, unless there is one.</summary>
    public async Task StartThreadAsync(Delivery delivery, PostedMessage posted, string heading, CancellationToken ct)
    {
        try
        {
            await discord.StartThreadFromMessageAsync(Place(delivery, posted), Id(posted.Id), new() { Name = ThreadName(heading) }, ct);
        }
        catch (DiscordApiException there) when (there.Code == DiscordError.MessageHasThread)
        {
            // An earlier attempt got this far.
        }
    }

    /// <summary>The messages that the bot posted where this delivery goes, newest first.</summary>
    /// <param name="place">Where it goes, if that isn't the delivery's own channel.</param>
    /// <param name="since">By Discord's clock; null if it isn't known how far back to look.</param>
    public async IAsyncEnumerable<Message> HistoryAsync(
        Delivery delivery, string? place, DateTimeOffset? since, [EnumeratorCancellation] CancellationToken ct)
    {
        var messages = (delivery.Destination, place) switch
        {
            (_, { } elsewhere) => history.MessagesAsync(Id(elsewhere), since, ct),
            (Destination.Member, _) => history.MessagesAsync(await PrivatelyAsync(delivery, ct), since, ct),
            (Destination.Forum, _) => history.PostsAsync(Channel(delivery), since, ct),
            _ => history.MessagesAsync(Channel(delivery), since, ct),
        };
        await foreach (var message in messages)
            yield return message;
    }

    /// <summary>A message as it is now.</summary>
    public Task<Message> ReadAsync(Delivery delivery, PostedMessage posted, CancellationToken ct) =>
        discord.GetChannelMessageAsync(Place(delivery, posted), Id(posted.Id), ct);

    /// <summary>The time by Discord's clock; null if Discord hasn't answered anything yet.</summary>
    public DateTimeOffset? DiscordsTime => discord.DiscordsTime;

    /// <inheritdoc cref="DiscordsTime"/>
    public async Task<DateTimeOffset> DiscordsTimeAsync(CancellationToken ct)
    {
        if (discord.DiscordsTime is { } known)
            return known;
        await discord.GetCurrentUserAsync(ct);
        // A response without a date leaves only this machine's clock, which a search doesn't trust if it is ahead.
        return discord.DiscordsTime ?? clock.GetUtcNow();
    }

    /// <summary>Gives a forum post its tag, if the forum has one of that name.</summary>
    public async Task TagAsync(Delivery delivery, Draft.Tag tag, CancellationToken ct)
    {
        var known = (await discord.GetChannelAsync(Channel(delivery), ct)).AvailableTags;
        var applied = (await discord.GetChannelAsync(Id(tag.PostId), ct)).AppliedTags;
        var kept = applied.Except(Tags(known, tag.Unwanted));
        IReadOnlyList<Snowflake> wanted = [.. Tags(known, tag.Wanted).Take(1).Concat(kept).Distinct().Take(DiscordLimits.AppliedTags)];
        if (!wanted.ToHashSet().SetEquals(applied))
            await discord.ModifyThreadAsync(Id(tag.PostId), new() { AppliedTags = wanted }, ct);
    }

    async Task<StartForumThread> ForumPostAsync(Snowflake forum, Draft.Post post, CreateMessage message, CancellationToken ct)
    {
        var known = (await discord.GetChannelAsync(forum, ct)).AvailableTags;
        return new()
        {
            Name = ThreadName(post.Heading),
            AppliedTags = [.. Tags(known, post.Tags).Take(DiscordLimits.AppliedTags)],
            AutoArchiveDuration = ArchivedAfter,
            Message = message,
        };
    }

    /// <summary>The forum's tags of these names that the bot may apply.</summary>
    static IEnumerable<Snowflake> Tags(IReadOnlyList<ForumTag> known, IEnumerable<string> names) => names
        .Select(name => known.FirstOrDefault(tag => !tag.Moderated && string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase)))
        .OfType<ForumTag>()
        .Select(tag => tag.Id)
        .Distinct();

    /// <summary>Opened once, because Discord objects to bots that open many. Opening it again returns the same one.</summary>
    async Task<Snowflake> PrivatelyAsync(Delivery delivery, CancellationToken ct)
    {
        if (!privately.TryGetValue(delivery.Channel, out var channel))
            privately[delivery.Channel] = channel = (await discord.CreateDMAsync(Channel(delivery), ct)).Id;
        return channel;
    }

    PostedMessage Posted(Message message, Snowflake? place, Draft.Post post)
    {
        var now = clock.GetUtcNow();
        return new(message.Id.ToString(), place?.ToString(), ContentHash.Of(post.Content), now) 
        {
            PingedAt = post.Pings is [] ? null : now,
            PingedRoles = post.Pings is [] ? null : string.Join(' ', post.Pings),
            Shown = post.Shown,
        };
    }

    static string ThreadName(string heading) =>
        Cards.CardText.Plain(heading, DiscordLimits.ChannelName) is { Length: > 0 } name ? name : "News";

    static Snowflake Place(Delivery delivery, PostedMessage posted) => posted.Place is { } place ? Id(place) : Channel(delivery);

    static Snowflake Channel(Delivery delivery) => Id(delivery.Channel);

    static Snowflake Id(string text) => Snowflake.Parse(text, CultureInfo.InvariantCulture);
}
