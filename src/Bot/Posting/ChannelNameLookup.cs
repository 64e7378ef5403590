using System.Globalization;
using Discord.Models;
using Discord.Rest;

namespace Bot.Posting;

/// <summary>
/// Asks Discord for the names of channels that a person is about to read. Discord tells them by itself only at the start of a session,
/// and this process may go on with that of another.
/// </summary>
/// <param name="discord">Null where commands run without Discord.</param>
sealed class ChannelNameLookup(ChannelNames names, DiscordRest? discord = null)
{
    /// <summary>A channel without an answer keeps its id.</summary>
    public Task LearnAsync(IEnumerable<string> channels, CancellationToken ct) =>
        Task.WhenAll(channels.Where(channel => !names.Knows(channel)).Select(channel => LearnAsync(channel, ct)));

    async Task LearnAsync(string channel, CancellationToken ct)
    {
        try
        {
            if (discord is not null && Snowflake.TryParse(channel, CultureInfo.InvariantCulture, out var id))
                names.Note(await discord.GetChannelAsync(id, ct));
        }
        catch (Exception refused) when (refused is DiscordApiException or HttpRequestException)
        {
            // The menu works without the name.
        }
    }
}
