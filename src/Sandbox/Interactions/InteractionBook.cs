using System.Security.Cryptography;
using Sandbox.Wire;

namespace Sandbox.Interactions;

/// <summary>The interactions of the last minutes, by id and by token.</summary>
/// <param name="answerTime">A bot must answer within this, or the interaction is unknown (10062).</param>
sealed class InteractionBook(Snowflakes ids, TimeProvider clock, TimeSpan answerTime)
{
    /// <inheritdoc cref="InteractionBook"/>
    public TimeSpan AnswerTime => answerTime;

    /// <summary>For so long a token edits the answer and sends follow-ups.</summary>
    public static readonly TimeSpan TokenTime = TimeSpan.FromMinutes(15);

    readonly Dictionary<string, Interaction> byToken = [];

    public Interaction Open(int type, string userId, string channelId, string? commandName = null, string? sourceMessageId = null)
    {
        ForgetOld();
        var id = ids.Next();
        var interaction = new Interaction
        {
            Id = id,
            Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(64)),
            Type = type,
            UserId = userId,
            ChannelId = channelId,
            Created = clock.GetUtcNow(),
            CommandName = commandName,
            SourceMessageId = sourceMessageId,
        };
        byToken[interaction.Token] = interaction;
        return interaction;
    }

    public Interaction? WithToken(string token) => byToken.GetValueOrDefault(token);

    /// <summary>The latest interaction of this user that a bot answered with this modal.</summary>
    public Interaction? WithModal(string userId, string? customId) =>
        byToken.Values.Where(interaction => interaction.UserId == userId && interaction.Modal is { } modal && modal.Text("custom_id") == customId).MaxBy(interaction => Snowflakes.Parse(interaction.Id));

    public bool IsTooLateToAnswer(Interaction interaction) => Age(interaction) > AnswerTime;

    public bool IsExpired(Interaction interaction) => Age(interaction) > TokenTime;

    TimeSpan Age(Interaction interaction) => clock.GetUtcNow() - interaction.Created;

    // An expired token is told apart from one that never was for a while longer.
    void ForgetOld()
    {
        foreach (var interaction in byToken.Values.Where(interaction => Age(interaction) > 2 * TokenTime).ToList())
            byToken.Remove(interaction.Token);
    }
}
