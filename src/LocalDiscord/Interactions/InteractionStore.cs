using System.Security.Cryptography;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

/// <summary>The interactions of the last minutes.</summary>
/// <param name="answerTime">The bot must answer within this time; later the interaction is unknown (10062).</param>
sealed class InteractionStore(Snowflakes ids, TimeProvider clock, TimeSpan answerTime)
{
    /// <summary>How long a token can edit the answer and send follow-ups.</summary>
    public static readonly TimeSpan TokenTime = TimeSpan.FromMinutes(15);

    readonly Dictionary<string, Interaction> byToken = [];

    public TimeSpan AnswerTime => answerTime;

    public Interaction Open(
        int type, string userId, string channelId, string? commandName = null, string? sourceMessageId = null, Interaction? opener = null)
    {
        ForgetOld();
        var interaction = new Interaction
        {
            Id = ids.Next(),
            Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(64)),
            Type = type,
            UserId = userId,
            ChannelId = channelId,
            Created = clock.GetUtcNow(),
            CommandName = commandName,
            SourceMessageId = sourceMessageId,
            Opener = opener,
        };
        byToken[interaction.Token] = interaction;
        return interaction;
    }

    public Interaction? WithToken(string token) => byToken.GetValueOrDefault(token);

    /// <summary>The user's latest interaction that the bot answered with this modal.</summary>
    public Interaction? WithModal(string userId, string? customId) => byToken.Values
        .Where(interaction => interaction.UserId == userId && interaction.Modal is { } modal && modal.Text("custom_id") == customId)
        .MaxBy(interaction => Snowflakes.Parse(interaction.Id));

    public bool IsTooLateToAnswer(Interaction interaction) => Age(interaction) > AnswerTime;

    public bool IsExpired(Interaction interaction) => Age(interaction) > TokenTime;

    TimeSpan Age(Interaction interaction) => clock.GetUtcNow() - interaction.Created;

    // Expired tokens are kept for a while, because Discord answers them differently from unknown ones.
    void ForgetOld()
    {
        foreach (var interaction in byToken.Values.Where(interaction => Age(interaction) > 2 * TokenTime).ToList())
            byToken.Remove(interaction.Token);
    }
}
