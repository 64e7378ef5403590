namespace Discord;

/// <summary>
/// What Discord accepts at most, in UTF-16 characters or in items. A request beyond a limit is refused as a whole (error 50035).
/// The character unit is not documented; counting UTF-16 is the strictest reading.
/// </summary>
public static class DiscordLimits
{
    // https://discord.com/developers/docs/resources/message#create-message
    public const int MessageContent = 2000;
    public const int EmbedsPerMessage = 10;
    public const int AttachmentsPerMessage = 10;
    public const int Nonce = 25;
    public const int MessagesPerPage = 100;
    public const int AllowedMentionIds = 100;

    // https://discord.com/developers/docs/resources/message#embed-object-embed-limits
    public const int EmbedTitle = 256;
    public const int EmbedDescription = 4096;
    public const int EmbedFields = 25;
    public const int EmbedFieldName = 256;
    public const int EmbedFieldValue = 1024;
    public const int EmbedFooter = 2048;
    public const int EmbedAuthor = 256;
    public const int EmbedUrl = 2048;

    /// <summary>Titles, descriptions, field names and values, footers and author names of all embeds of a message together.</summary>
    public const int EmbedTotal = 6000;

    // https://discord.com/developers/docs/components/reference
    public const int ActionRows = 5;
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

    /// <summary>Of a radio group or a checkbox group.</summary>
    public const int GroupOptions = 10;

    /// <summary>A label, a value or a description of those.</summary>
    public const int GroupOptionText = 100;

    /// <summary>Of a message with the flag IS_COMPONENTS_V2, those within others included.</summary>
    public const int Components = 40;

    /// <summary>All texts of such a message together. Not documented, but enforced.</summary>
    public const int DisplayedText = 4000;

    public const int MediaGalleryItems = 10;
    public const int MediaDescription = 1024;

    // https://discord.com/developers/docs/resources/channel
    public const int ChannelName = 100;
    public const int AppliedTags = 5;
    public const int ForumTags = 20;
    public const int ForumTagName = 20;

    // https://discord.com/developers/docs/interactions/application-commands
    public const int CommandName = 32;
    public const int Description = 100;
    public const int CommandOptions = 25;
    public const int Choices = 25;
    public const int ChoiceName = 100;
    public const int ChoiceValue = 100;
    public const int ChatInputCommands = 100;

    /// <summary>All names, descriptions and values of one command together.</summary>
    public const int CommandTotal = 8000;

    /// <summary>A payload sent through the gateway, in bytes. See https://discord.com/developers/docs/events/gateway#sending-events.</summary>
    public const int GatewayPayload = 4096;
}
