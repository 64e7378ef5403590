using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Discord.Gateway;

/// <summary>
/// Lets each interaction of a shard pass once, because it must be answered once. Discord delivers events "zero, one or many times".
/// See https://discord.com/developers/docs/reference#consistency.
/// </summary>
/// <remarks>
/// What this process has seen, it knows by its id. What the process before has seen can come again after that one died: up to where it
/// last noted. Discord waits three seconds for the first response, and nobody takes a shard over sooner than ten seconds after a death.
/// So what is older than three seconds is skipped: it may have been handled, and the member has read that the app did not respond, and
/// can try again. What is younger came after the death, and nobody has handled it. After a planned handover, nothing comes again that
/// was handled, because the session goes on exactly where the other process stopped.
/// </remarks>
/// <param name="discordsTime">The age of an interaction is by Discord's clock, which its id is from.</param>
sealed class InteractionFilter(Shard shard, Func<DateTimeOffset> discordsTime, ILogger log)
{
    /// <summary>See https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(3);

    readonly RecentSet<Snowflake> seen = new();

    /// <param name="received">Whatever is no interaction passes.</param>
    /// <param name="isOld">Whether another process may have had it.</param>
    public bool IsWanted(GatewayEvent received, bool isOld) =>
        received is not InteractionCreated { Interaction.Id: var id } || (seen.Add(id) && !(isOld && IsTooLate(id)));

    bool IsTooLate(Snowflake id)
    {
        var age = discordsTime() - id.CreatedAt;
        if (age <= AnswerTime)
            return false;
        log.SkippedOld(shard, id, age.TotalSeconds);
        return true;
    }
}
