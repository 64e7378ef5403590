using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Discord.Models;

namespace Bot.Posting;

/// <summary>
/// Tells two contents of a message apart. Whom it pinged, and whether it made a sound, is not content: an edit does neither.
/// </summary>
static class ContentHash
{
    public static long Of(CreateMessage message)
    {
        var content = message with
        {
            Content = null,
            Components = message.Components?.Where(component => component.Id != Cards.StoryMessage.PingId).ToList(),
            AllowedMentions = AllowedMentions.None,
            Flags = MessageFlags.None,
        };
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToJson())));
    }
}
