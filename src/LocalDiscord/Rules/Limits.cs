namespace LocalDiscord.Rules;

/// <summary>
/// Discord's limits. Lengths are in UTF-16 code units: the documentation doesn't say which unit it means, and this is the stricter one.
/// </summary>
static class Limits
{
    // https://discord.com/developers/docs/resources/message
    public const int Content = 2000, Nonce = 25, MentionIds = 100, Embeds = 10, Attachments = 10, FileSize = 10 * 1024 * 1024;

    // https://discord.com/developers/docs/resources/message#embed-object-embed-limits
    public const int
        EmbedTitle = 256, EmbedDescription = 4096, EmbedFields = 25, EmbedFieldName = 256, EmbedFieldValue = 1024,
        EmbedFooter = 2048, EmbedAuthor = 256, EmbedsTotal = 6000, EmbedColor = 0xFFFFFF, Url = 2048;

    // https://discord.com/developers/docs/components/reference
    public const int
        Rows = 5, ButtonsInRow = 5, CustomId = 100, ButtonLabel = 80, ButtonUrl = 512, SelectOptions = 25, SelectText = 100,
        Placeholder = 150, ComponentsV2 = 40, SectionTexts = 3, GalleryItems = 10, AltText = 1024, DisplayedText = 4000;

    // https://discord.com/developers/docs/resources/user#usernames-and-nicknames
    public const int Username = 32, ShortestUsername = 2;

    // https://discord.com/developers/docs/resources/guild
    public const int Nickname = 32;

    // Not documented: Discord answers larger requests with 500.
    public const int ComponentsV2Bytes = 10_000;

    // https://discord.com/developers/docs/resources/channel
    public const int
        ChannelName = 100, ChannelTopic = 1024, ForumTopic = 4096, SlowMode = 21600, AppliedTags = 5, ForumTags = 20, TagName = 20,
        Overwrites = 100, Channels = 500;

    // https://discord.com/developers/docs/interactions/application-commands
    public const int
        CommandName = 32, CommandDescription = 100, CommandOptions = 25, Choices = 25, ChoiceName = 100, ChoiceValue = 100,
        CommandSize = 8000, SlashCommands = 100, MenuCommands = 15, OptionText = 6000;

    // https://discord.com/developers/docs/interactions/receiving-and-responding
    public const int
        ModalTitle = 45, ModalComponents = 5, LabelText = 45, LabelDescription = 100, TextInput = 4000, InputPlaceholder = 100;
}
