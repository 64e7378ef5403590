using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Discord;
using News;

namespace Bot.Posting;

/// <summary>What is to be done now for a delivery.</summary>
abstract record Draft
{
    /// <param name="New">What is posted.</param>
    /// <param name="Edit">What the posted message becomes; it never pings.</param>
    /// <param name="Heading">What it is about, for threads, forums and the log.</param>
    public sealed record Say(CreateMessage New, EditMessage Edit, string Heading) : Draft
    {
        /// <summary>Tells what it says from what it said before; nothing is edited where both are the same.</summary>
        public long Said { get; init; } = HashOf(New);

        /// <summary>Names of the forum tags that fit it, the most important first.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];

        /// <summary>Whether a thread is started under it.</summary>
        public bool HasThread { get; init; }

        /// <summary>Where it is put, where that is not the delivery's own channel.</summary>
        public string? Place { get; init; }

        /// <summary>Whether it pings somebody.</summary>
        public bool Pings { get; init; }

        static long HashOf(CreateMessage message) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(message.ToJson())));
    }

    /// <summary>A message of an announcement channel goes to all that follow it.</summary>
    public sealed record Publish(PostedMessage Message) : Draft;

    /// <summary>A message of an announcement channel is not published, which who answers for the channel must know.</summary>
    public sealed record LeaveUnpublished(string Reason) : Draft;

    /// <summary>A forum's post gets one tag, and loses another.</summary>
    /// <param name="Post">Its address.</param>
    /// <param name="Wanted">The tag's possible names, the best first.</param>
    /// <param name="Unwanted">The other's.</param>
    /// <param name="Until">When it is looked at again; null where nothing more is to come.</param>
    public sealed record Tag(string Post, IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted, DateTimeOffset? Until) : Draft;

    /// <summary>What becomes of it was recorded already.</summary>
    public sealed record Nothing : Draft;

    /// <summary>It waits, and is drafted again then.</summary>
    public sealed record Hold(DateTimeOffset Until, string Reason) : Draft;

    /// <summary>It is never sent, or stays as it was sent.</summary>
    public sealed record Skip(string Reason) : Draft;

    /// <summary>What was sent is deleted.</summary>
    public sealed record Delete(string Reason) : Draft;
}

/// <summary>What tells the message that an earlier attempt sent from all others.</summary>
/// <param name="IsIt">Whether a message is the one.</param>
/// <param name="Place">Where it would be, where that is not the delivery's own channel.</param>
sealed record Mark(Func<Message, bool> IsIt, string? Place = null);
