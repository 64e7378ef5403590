using System.Text.Json;
using Discord.Gateway;
using Discord.Models;
using Discord.Tests.Models;

namespace Discord.Tests.Gateway;

public sealed class InteractionFilterTests
{
    static readonly InteractionCreated Interaction = new(
        JsonSerializer.Deserialize(Examples.SlashCommand, DiscordJson.Default.Interaction)!);

    readonly RecordingLogger<GatewayClient> log = new();
    DateTimeOffset now = Interaction.Interaction.Id.CreatedAt;

    [Theory]
    [InlineData(60, false, true)]
    [InlineData(3, true, true)]
    [InlineData(3.1, true, false)]
    public void Old_interaction_is_wanted_while_somebody_waits_for_it(double seconds, bool isOld, bool isWanted)
    {
        now += TimeSpan.FromSeconds(seconds);

        Assert.Equal(isWanted, Filter().IsWanted(Interaction, isOld));
        Assert.Equal(isWanted ? [] : (string[])["Information"], log.Lines.Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void Interaction_is_wanted_once()
    {
        var filter = Filter();

        Assert.True(filter.IsWanted(Interaction, isOld: false));
        Assert.False(filter.IsWanted(Interaction, isOld: false));
    }

    [Fact]
    public void Other_events_are_always_wanted() => Assert.True(Filter().IsWanted(new GuildCreated(new() { Id = new(1) }), isOld: true));

    InteractionFilter Filter() => new(Shard.Only, () => now, log);
}
