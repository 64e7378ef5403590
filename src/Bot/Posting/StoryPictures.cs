using System.Globalization;
using Articles;
using Articles.Stories;
using Articles.Text;
using Bot.Cards;
using Bot.Pictures;
using Desk.Outbox;
using Discord.Models;
using Discord.Rest;

namespace Bot.Posting;

/// <summary>Fetches and checks the pictures of posts before these are drawn, if the operator wants that.</summary>
sealed class StoryPictures(PostingOptions options, PictureStore store, ChannelMessenger messenger, TimeProvider clock)
{
    /// <summary>Of an article's pictures.</summary>
    const int MostTried = 3;

    /// <summary>Discord takes requests of up to 25 MiB. What has no room in a message is shown from its address.</summary>
    const int MostBytes = 20 * 1024 * 1024;

    /// <param name="plain">The message as it is if nothing is fetched.</param>
    /// <returns>Null if pictures stay as they are in the plain message.</returns>
    public async Task<CheckedPictures?> ForPostAsync(CreateMessage plain, IEnumerable<Story> stories, CancellationToken ct) =>
        AreWanted(plain) ? await CheckAsync(stories, [], ct) : null;

    /// <summary>What the message shows already is kept, and not fetched again.</summary>
    /// <inheritdoc cref="ForPostAsync"/>
    public async Task<CheckedPictures?> ForEditAsync(
        CreateMessage plain, Story story, Delivery delivery, PostedMessage posted, CancellationToken ct) =>
        AreWanted(plain) ? await CheckAsync([story], await ShownFilesAsync(delivery, posted, ct), ct) : null;

    bool AreWanted(CreateMessage plain) =>
        options.AttachPictures && MessagePictures.Of(plain.Embeds, plain.Components).Any();

    async Task<IReadOnlyList<ShownFile>> ShownFilesAsync(Delivery delivery, PostedMessage posted, CancellationToken ct)
    {
        try
        {
            var message = await messenger.ReadAsync(delivery, posted, ct);
            return [.. MessagePictures.Of(message.Embeds, message.Components).Select(ShownFile.At).OfType<ShownFile>()];
        }
        catch (DiscordApiException hidden) when (hidden.Code is DiscordError.MissingAccess or DiscordError.MissingPermissions)
        {
            // Editing takes less than reading.
            return [];
        }
    }

    /// <summary>All at the same time, and no longer than one takes at most.</summary>
    async Task<CheckedPictures> CheckAsync(IEnumerable<Story> stories, IReadOnlyList<ShownFile> there, CancellationToken ct)
    {
        var found = await Task.WhenAll(stories.Select(story => FindInTimeAsync(story.Lead, there, ct)));
        var room = MostBytes;
        return new([.. found.OfType<CheckedPicture>().DistinctBy(one => one.Address).Select(Fitting)]);

        CheckedPicture Fitting(CheckedPicture one) => (room -= one.Bytes) >= 0 ? one : one with { File = null };
    }

    async Task<CheckedPicture?> FindInTimeAsync(Article lead, IReadOnlyList<ShownFile> there, CancellationToken ct)
    {
        try
        {
            return await FindAsync(lead, there, ct).WaitAsync(PictureFetcher.Patience, clock, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    async Task<CheckedPicture?> FindAsync(Article lead, IReadOnlyList<ShownFile> there, CancellationToken ct)
    {
        foreach (var address in CardPicture.AddressesOf(lead).Take(MostTried))
        {
            var key = ((ulong)StableHash.Of(address)).ToString("x16", CultureInfo.InvariantCulture);
            if (there.FirstOrDefault(file => file.Name.StartsWith(key, StringComparison.Ordinal)) is { } shown)
                return new(address, shown.Name, MessageAttachment.Keep(shown.Id), Bytes: 0);
            if (await store.FindAsync(address, ct) is not { } picture)
                continue;
            var name = $"{key}.{picture.Extension}";
            return picture.File is { } file
                ? new(address, name, MessageAttachment.Upload(name, file), file.Length)
                : new(address, name, File: null, Bytes: 0);
        }

        return null;
    }
}
