using Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Shared;

namespace Bot.Tests.Hosting;

public class SettingsReaderTests
{
    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var reader = Reader(
            ("Discord:ApiBase", "discord"),
            ("Discord:Tokn", "x"),
            ("Discord:Shards", "3-1/2"),
            ("Discord:Compress", "no"),
            ("Content:LookEvery", "often"),
            ("Interactions:PublicKey", "abc"),
            ("LocalDiscord:Port", "70000"),
            ("Channels:0:Topics:0", "Ferries"),
            ("Channels:1:Channel", "#news"),
            ("Channels:2:Channel", "42"),
            ("Channels:3:Channel", "42"),
            ("Channels:3:Latest", "-1"));
        reader.Read();

        Approved.Text(string.Join('\n', reader.Problems), "problems.txt");
    }

    [Fact]
    public void The_example_file_shows_every_setting_with_its_default()
    {
        var example = new SettingsReader(new ConfigurationBuilder().AddJsonFile(Path.Combine(Checkout.Root, "appsettings.example.json")).Build());
        var read = example.Read();
        var defaults = new BotSettings();

        Assert.Empty(example.Problems);
        Assert.Equal((defaults.Content, defaults.Interactions, defaults.LocalDiscord), (read.Content, read.Interactions, read.LocalDiscord));
        Assert.Equal(defaults.Discord, read.Discord);
        Assert.Equal(new ChannelOptions { Channel = "x" }.Latest, Assert.Single(read.Channels).Latest);
    }

    [Fact]
    public void Nothing_set_is_the_defaults()
    {
        var reader = Reader();

        Assert.Equal(new BotSettings().Content, reader.Read().Content);
        Assert.Empty(reader.Problems);
    }

    static SettingsReader Reader(params IEnumerable<(string Key, string Value)> settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
}
