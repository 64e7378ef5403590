using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

/// <summary>Posts the bot's answers to an interaction.</summary>
sealed class InteractionMessages(ChannelDirectory directory, MessageStore store, MessageService messages)
{
    const long SettableFlags =
        MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

    /// <summary>The first answer, which <c>@original</c> refers to from now on.</summary>
    public StoredMessage Answer(Interaction interaction, JsonObject payload)
    {
        var message = Post(interaction, payload, (payload.Whole("flags") ?? 0) & SettableFlags, isFollowUp: false);
        interaction.OriginalId = message.Id;
        return message;
    }

    /// <summary>"News Desk is thinking…". The bot decides only whether it is ephemeral.</summary>
    public StoredMessage Defer(Interaction interaction, JsonObject payload)
    {
        var ephemeral = (payload.Whole("flags") ?? 0) & MessageFlags.Ephemeral;
        var message = Post(interaction, [], ephemeral | MessageFlags.Loading, isFollowUp: false);
        interaction.OriginalId = message.Id;
        return message;
    }

    public StoredMessage FollowUp(Interaction interaction, JsonObject payload) =>
        Post(interaction, payload, (payload.Whole("flags") ?? 0) & SettableFlags, isFollowUp: true);

    public StoredMessage? Original(Interaction interaction) =>
        interaction.OriginalId is { } id ? store.Find(interaction.ChannelId, id) : null;

    StoredMessage Post(Interaction interaction, JsonObject payload, long flags, bool isFollowUp)
    {
        var message = messages.Post(new MessageDraft
        {
            ChannelId = interaction.ChannelId,
            AuthorId = Seed.ApplicationId,
            Payload = payload,
            Type = TypeOf(interaction, isFollowUp),
            Extra = Extra(interaction, isFollowUp),
            Flags = flags,
            OnlyFor = (flags & MessageFlags.Ephemeral) != 0 ? interaction.UserId : null,
            Pings = MessageDraft.PingUsers,
        });
        interaction.MessageIds.Add(message.Id);
        return message;
    }

    static int TypeOf(Interaction interaction, bool isFollowUp)
    {
        if (interaction.CommandName is null || isFollowUp)
            return MessageType.Default;
        return interaction.IsFromMenu ? MessageType.MenuAnswer : MessageType.CommandAnswer;
    }

    JsonObject Extra(Interaction interaction, bool isFollowUp)
    {
        var extra = new JsonObject
        {
            ["webhook_id"] = Seed.ApplicationId,
            ["application_id"] = Seed.ApplicationId,
            ["interaction_metadata"] = InteractionJson.Metadata(interaction, directory, isFollowUp),
        };
        if (!isFollowUp && InteractionJson.Legacy(interaction, directory) is { } legacy)
            extra["interaction"] = legacy;
        if ((isFollowUp ? interaction.OriginalId : interaction.SourceMessageId) is { } repliedTo)
            extra["message_reference"] = ReplyTo.Reference(repliedTo, directory.Channel(interaction.ChannelId)!);
        return extra;
    }
}
