using Bot.Cards;
using Discord.Models;

namespace Bot.Posting;

/// <summary>The pictures that a message may show. Others are left out, so that no frame stays empty.</summary>
sealed record CheckedPictures(IReadOnlyList<CheckedPicture> All)
{
    /// <summary>For <see cref="CardState.Pictures"/>, where the message has no files.</summary>
    public IReadOnlyDictionary<string, string> FromAddresses => All.ToDictionary(one => one.Address, one => one.Address);

    IReadOnlyDictionary<string, string> FromFiles =>
        All.ToDictionary(one => one.Address, one => one.File is null ? one.Address : MessagePictures.OfFile(one.Name));

    /// <param name="draw">From <see cref="CardState.Pictures"/>.</param>
    /// <returns>A message with the files that it shows; null if it shows none.</returns>
    public CreateMessage? WithFiles(Func<IReadOnlyDictionary<string, string>, CreateMessage> draw)
    {
        var message = draw(FromFiles);
        return Named(MessagePictures.FilesIn(message.Components, message.Embeds)) is { Count: > 0 } files
            ? message with { Attachments = files }
            : null;
    }

    /// <inheritdoc cref="WithFiles(Func{IReadOnlyDictionary{string, string}, CreateMessage})"/>
    public EditMessage? WithFiles(Func<IReadOnlyDictionary<string, string>, EditMessage> draw)
    {
        var message = draw(FromFiles);
        return Named(MessagePictures.FilesIn(message.Components, message.Embeds)) is { Count: > 0 } files
            ? message with { Attachments = files }
            : null;
    }

    IReadOnlyList<MessageAttachment> Named(IReadOnlyList<string> names) =>
        [.. All.Where(one => names.Contains(one.Name)).Select(one => one.File).OfType<MessageAttachment>()];
}

/// <summary>A picture that was fetched and found good, now or when its message was posted.</summary>
/// <param name="Address">Where the article has it.</param>
/// <param name="Name">Its file's, which is always the same for an address.</param>
/// <param name="File">Uploads it, or keeps it in its message; null if the message has no room for it.</param>
/// <param name="Bytes">To upload.</param>
sealed record CheckedPicture(string Address, string Name, MessageAttachment? File, int Bytes);

/// <summary>A file that a message shows already.</summary>
sealed record ShownFile(Snowflake Id, string Name)
{
    /// <summary>
    /// What embeds and components show is not among the message's attachments, but its address has the file's id and name.
    /// See https://discord.com/developers/docs/resources/message#message-object.
    /// </summary>
    public static ShownFile? At(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Segments is ["/", "attachments/", _, var id, var name]
        && Snowflake.TryParse(id.TrimEnd('/'), provider: null, out var key)
            ? new(key, name)
            : null;
}
