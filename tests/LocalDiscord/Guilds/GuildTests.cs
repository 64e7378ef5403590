using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Guilds;

public sealed class GuildTests
{
    [Fact]
    public async Task Guild_matches_the_approved_file()
    {
        await using var discord = await TestDiscord.StartAsync();
        var channels = (await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/channels")).Json.AsArray();
        var roles = (await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/roles")).Json.AsArray();

        var text = string.Join('\n', channels.Select(
            channel => $"{channel!["id"]} {channel["type"]} {(channel["parent_id"] is null ? "" : "  ")}{channel["name"]}")
            .Concat(roles.Select(role => $"{role!["id"]} {role["name"]} {role["permissions"]}")));

        Shared.Approved.Text(text, "guild.txt");
    }

    [Theory]
    [InlineData(Seed.ApplicationId, 200)]
    [InlineData("1214000000000000000", 404)]
    public async Task Member_is_found_by_id(string user, int status)
    {
        await using var discord = await TestDiscord.StartAsync();

        Assert.Equal(status, (await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/members/{user}")).Status);
    }

    [Fact]
    public async Task Hidden_channel_is_listed_but_cannot_be_read()
    {
        await using var discord = await TestDiscord.StartAsync();

        var list = await discord.ApiAsync("GET", $"guilds/{Seed.GuildId}/channels");
        var channel = await discord.ApiAsync("GET", $"channels/{Seed.ArchiveChannelId}");

        Assert.Contains(list.Json.AsArray(), one => one!["id"]!.ToString() == Seed.ArchiveChannelId);
        Assert.Equal(50001, channel.Code);
    }
}
