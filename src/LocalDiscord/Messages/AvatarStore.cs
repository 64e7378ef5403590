using System.Globalization;
using LocalDiscord.Wire;

namespace LocalDiscord.Messages;

/// <summary>Members' pictures, kept with the files of messages.</summary>
sealed class AvatarStore(AttachmentStore files, Snowflakes ids)
{
    const string Moving = "a_";

    /// <returns>What Discord calls the picture's hash, which begins with <c>a_</c> if the picture moves.</returns>
    public string Put(byte[] picture)
    {
        var id = ids.Next();
        files.Put(id, picture);
        var hash = Snowflakes.Parse(id).ToString("x32", CultureInfo.InvariantCulture);
        return picture is [(byte)'G', ..] ? Moving + hash : hash;
    }

    public byte[]? Find(string hash)
    {
        var digits = hash.StartsWith(Moving, StringComparison.Ordinal) ? hash[Moving.Length..] : hash;
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            ? files.Find(id.ToString(CultureInfo.InvariantCulture))
            : null;
    }
}
