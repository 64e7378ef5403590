using System.Buffers.Binary;
using System.Security.Cryptography;
using Bot.Cards;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Posting;

/// <summary>What a delivery needs now.</summary>
abstract record Draft
{
    /// <summary>A message that is not there yet.</summary>
    /// <param name="Message">Without files.</param>
    /// <param name="Heading">What it is about, for forums and the log.</param>
    public sealed record Post(CreateMessage Message, string Heading) : Draft
    {
        /// <summary>The same with its pictures as files; null if it shows none.</summary>
        public CreateMessage? WithFiles { get; init; }

        /// <summary>What it says, wherever its pictures are shown from.</summary>
        public CreateMessage Content { get => field ?? Message; init; }

        /// <summary>Names of the forum tags that fit it, the most important first.</summary>
        public IReadOnlyList<string> Tags { get; init; } = [];

        /// <summary>Where it goes, if that isn't the delivery's own channel.</summary>
        public string? Place { get; init; }

        /// <summary>The roles that it pings.</summary>
        public IReadOnlyList<Snowflake> Pings { get; init; } = [];

        /// <summary>What it says of a story.</summary>
        public ShownStory? Shown { get; init; }
    }

    /// <summary>A change of a message that is there; it never pings.</summary>
    /// <param name="Message">Without files.</param>
    /// <param name="Heading">What it is about, for forums and the log.</param>
    /// <param name="ContentHash">Of what it says.</param>
    public sealed record Edit(EditMessage Message, string Heading, long ContentHash) : Draft
    {
        /// <inheritdoc cref="Post.WithFiles"/>
        public EditMessage? WithFiles { get; init; }

        /// <summary>Whether a forum's post is named by this heading.</summary>
        public bool IsNamed { get; init; }

        /// <inheritdoc cref="Post.Shown"/>
        public ShownStory? Shown { get; init; }
    }

    /// <summary>The message already says what it should.</summary>
    public sealed record Unchanged : Draft;

    /// <summary>A message of an announcement channel goes to all channels that follow it.</summary>
    public sealed record Publish(PostedMessage Message) : Draft;

    /// <summary>A thread is started under a message.</summary>
    public sealed record StartThread(PostedMessage Message, string Name) : Draft;

    /// <summary>A message of an announcement channel is not published, and the channel's moderators must know.</summary>
    public sealed record LeaveUnpublished(string Reason) : Draft;

    /// <summary>A forum post gets one tag and loses another.</summary>
    /// <param name="PostId">The post's id.</param>
    /// <param name="Wanted">The tag's possible names, the best first.</param>
    /// <param name="Unwanted">The other's.</param>
    /// <param name="Until">When to look at it again; null if that isn't needed.</param>
    public sealed record Tag(string PostId, IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted, DateTimeOffset? Until) : Draft;

    /// <summary>The outcome has been recorded already.</summary>
    public sealed record Nothing : Draft;

    /// <summary>It waits, and is drafted again then.</summary>
    public sealed record Hold(DateTimeOffset Until, string Reason) : Draft;

    /// <summary>It is never sent, or stays as it was sent.</summary>
    public sealed record Skip(string Reason) : Draft
    {
        /// <summary>Whether the channel gets it after all once the story or the rules have changed.</summary>
        public bool MayReturn { get; init; }
    }

    /// <summary>What was sent is deleted.</summary>
    public sealed record Delete(string Reason) : Draft;

    /// <summary>Readers can no longer see the story: what was sent is deleted. If the story returns, it is sent again.</summary>
    public sealed record Withdraw(string Reason) : Draft;

    /// <summary>An edit, unless the message already says the same.</summary>
    /// <param name="posted">The message as it was last recorded.</param>
    /// <param name="content">What it should say, without the time of the edit.</param>
    /// <param name="edit">Makes the edit, if there is one.</param>
    public static Draft EditOf(PostedMessage posted, CreateMessage content, string heading, Func<EditMessage> edit)
    {
        var hash = Posting.ContentHash.Of(content);
        return posted.ContentHash == hash ? new Unchanged() : new Edit(edit(), heading, hash);
    }
}

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
            Components = message.Components?.Where(component => component.Id != StoryMessage.AboveId).ToList(),
            AllowedMentions = AllowedMentions.None,
            Flags = MessageFlags.None,
        };
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(content.ToUtf8Json()));
    }
}
