namespace Discord.Models;

/// <summary>
/// Discord's maximums, in UTF-16 characters or in items. Discord rejects a request that exceeds one as a whole (error 50035).
/// The documentation does not name the unit of characters; UTF-16 is the strictest reading.
/// </summary>
public static class DiscordLimits
{
    // https://discord.com/developers/docs/resources/message#create-message
    public const int MessageContent = 2000;
    public const int AttachmentsPerMessage = 10;
    public const int Nonce = 25;
    public const int MessagesPerPage = 100;

    // https://discord.com/developers/docs/resources/guild#modify-current-member
    public const int Nickname = 32;

    // https://discord.com/developers/docs/resources/message#embed-object-embed-limits
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFooter = 2048;
    public const int EmbedAuthor = 256;
    public const int EmbedUrl = 2048;

    // https://discord.com/developers/docs/components/reference
    public const int ButtonsPerRow = 5;
    public const int ButtonLabel = 80;
    public const int ButtonUrl = 512;
    public const int CustomId = 100;
    public const int SelectOptions = 25;
    public const int SelectOptionLabel = 100;
    public const int SelectOptionValue = 100;
    public const int SelectOptionDescription = 100;
    public const int SelectPlaceholder = 150;
    public const int ModalTitle = 45;
    public const int ModalComponents = 5;
    public const int LabelText = 45;
    public const int LabelDescription = 100;
    public const int TextInput = 4000;
    public const int FilesPerUpload = 10;

    /// <summary>Options of a radio group or checkbox group.</summary>
    public const int GroupOptions = 10;

    /// <summary>Components of a message with the flag IS_COMPONENTS_V2, nested ones included.</summary>
    public const int Components = 40;

    /// <summary>All text of such a message combined. Not documented, but enforced.</summary>
    public const int DisplayedText = 4000;

    /// <summary>The JSON of such a message, in bytes of UTF-8. Not documented: Discord answers larger ones with status 500.</summary>
    public const int MessageBytes = 10_000;

    public const int MediaGalleryItems = 10;
    public const int MediaDescription = 1024;

    // https://discord.com/developers/docs/resources/channel
    public const int ChannelName = 100;
    public const int AppliedTags = 5;
    public const int ForumTags = 20;

    // https://discord.com/developers/docs/interactions/application-commands
    public const int Description = 100;
    public const int CommandOptions = 25;
    public const int Choices = 25;
    public const int ChoiceName = 100;
    public const int ChoiceValue = 100;
}
