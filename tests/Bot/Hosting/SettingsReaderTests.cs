using System.Text;
using Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Shared;

namespace Bot.Tests.Hosting;

public class SettingsReaderTests
{
    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var reader = Reader(
            ("Discord:ApiBase", "discord"),
            ("Discord:Tokn", "x"),
            ("Discord:Shards", "3-1/2"),
            ("Discord:Compress", "no"),
            ("Discord:RequestsPerSecond", "0"),
            ("Content:LookEvery", "often"),
            ("Answers:Chat:Endpoint", "http://me:a-secret@127.0.0.1/v1?key=a-secret"),
            ("Answers:Chat:Key", "a secret"),
            ("Answers:Chat:Within", "00:20:00"),
            ("Answers:Chat:Modell", "x"),
            ("Interactions:PublicKey", "abc"),
            ("Content:KeepHistoryDays", "30"),
            ("Posting:HubServer", "Harbour Gazette"),
            ("Health:Listen", "http://news.example:5213"),
            ("Health:Traces", "http://127.0.0.1:4318?key=secret"),
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
    public void Example_file_shows_the_default_of_every_setting()
    {
        var file = Path.Combine(Checkout.Root, "appsettings.example.json");
        var example = new SettingsReader(new ConfigurationBuilder().AddJsonFile(file).Build());
        var read = example.Read();
        var defaults = new BotSettings();

        Assert.Empty(example.Problems);
        Assert.Equal(defaults.Content, read.Content);
        Assert.Equal(defaults.Posting, read.Posting);
        Assert.Equal(defaults.Answers, read.Answers);
        Assert.Equal(defaults.Interactions, read.Interactions);
        Assert.Equal(defaults.Health, read.Health);
        Assert.Equal(defaults.LocalDiscord, read.LocalDiscord);
        Assert.Equal(defaults.Discord, read.Discord);
        Assert.Equal(new ChannelOptions { Channel = "x" }.Latest, Assert.Single(read.Channels).Latest);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5213", true)]
    [InlineData("http://localhost:5213/", true)]
    [InlineData("http://[::1]:5213", true)]
    [InlineData("http://0.0.0.0:5213", true)]
    [InlineData("https://127.0.0.1:5213", false)]
    [InlineData("http://127.0.0.1:5213/health", false)]
    [InlineData("http://me:secret@127.0.0.1:5213", false)]
    [InlineData("5213", false)]
    public void Health_listens_at_an_IP_address_without_TLS(string listen, bool isValid)
    {
        var reader = Reader(("Health:Listen", listen));

        Assert.Equal((isValid, isValid), (reader.Read().Health.Listen is not null, reader.Problems is []));
    }

    [Theory]
    [InlineData("a-secret", "a-secret")]
    [InlineData("\uFEFFa-secret\r\n", "a-secret")]
    public void Secret_is_read_from_the_file_that_a_setting_names(string content, string secret)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("token");
        File.WriteAllText(path, content);

        var settings = Reader(("Discord:Token_FILE", path), ("Answers:Key_FILE", path), ("Answers:Chat:Key_FILE", path)).Read();

        Assert.Equal((secret, secret, secret), (settings.Discord.Token, settings.Answers.Key, settings.Answers.Chat.Key));
    }

    [Theory]
    [InlineData("", "is empty. Write the secret into it.")]
    [InlineData("one\ntwo", "has more than one line. Write the secret alone into it.")]
    [InlineData(null, "can't be read. ")]
    public void Secret_file_that_holds_no_secret_is_a_problem_that_shows_nothing_of_it(string? content, string problem)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("token");
        if (content is not null)
            File.WriteAllText(path, content);
        var reader = Reader(("Discord:Token_FILE", path));

        reader.Read();

        Assert.StartsWith($"Discord:Token_FILE: {path} {problem}", Assert.Single(reader.Problems));
        Assert.DoesNotContain("two", reader.Problems[0].Replace(path, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Endless_secret_file_is_a_problem()
    {
        var reader = Reader(("Discord:Token_FILE", "/dev/zero"));

        reader.Read();

        Assert.Equal(
            "Discord:Token_FILE: /dev/zero is longer than a secret. Write the secret alone into it.", Assert.Single(reader.Problems));
    }

    [Fact]
    public void Secret_and_its_file_are_not_both_set()
    {
        var reader = Reader(("Discord:Token", "x"), ("Discord:Token_FILE", "/nowhere"));

        reader.Read();

        Assert.Equal("Discord:Token and Discord:Token_FILE are both set. Remove one of them.", Assert.Single(reader.Problems));
    }

    [Theory]
    [InlineData("""{"Contents":{"Folder":"x"}}""", "There is no setting Contents. Did you mean Content?")]
    [InlineData("""{"Chanels":[]}""", "There is no setting Chanels. Did you mean Channels?")]
    [InlineData("""{"Loging":{}}""", "There is no setting Loging. Did you mean Logging?")]
    [InlineData("""{"Colour":"x"}""",
        "There is no setting Colour. Choose one of Discord, Content, Posting, Answers, Interactions, Health, LocalDiscord, Channels.")]
    [InlineData("""{"Discord":"x"}""",
        "Discord is text, not a group of settings. "
        + "Write its settings in it: Token, Token_FILE, ApiBase, Shards, Compress, RequestsPerSecond.")]
    [InlineData("""{"Discord":{"Token":["x"]}}""", "Discord:Token is a list, not a single value. Write one value.")]
    [InlineData("""{"Content":{"Folder":{"Path":"x"}}}""", "Content:Folder is a group of settings, not a single value. Write one value.")]
    [InlineData("""{"Content":{"Folder":""}}""", "Content:Folder is empty. Write a path, such as content, or remove the setting.")]
    [InlineData("""{"LocalDiscord":{"StateFile":false}}""", "LocalDiscord:StateFile is false, not text. Write text in double quotes.")]
    [InlineData("""{"Answers":{"Chat":"x"}}""",
        "Answers:Chat is text, not a group of settings. Write its settings in it: Endpoint, Model, Key, Key_FILE, Within.")]
    [InlineData("""{"Answers":{"Chat":{"Model":["x"]}}}""", "Answers:Chat:Model is a list, not a single value. Write one value.")]
    [InlineData("""{"Content":{"LookEvery":1}}""",
        "Content:LookEvery \"1\" is not a duration from 1 second to 1 day. Write hours:minutes:seconds, such as 00:01:00.")]
    [InlineData("""{"LocalDiscord":{"Port":"five"}}""",
        "LocalDiscord:Port \"five\" is not a whole number from 0 to 65535. Write digits only, such as 5210.")]
    [InlineData("""{"Logging":{"LogLevel":{"Default":"Infos"}}}""", "Logging:LogLevel:Default \"Infos\" is not a level. "
        + "Choose one of Trace, Debug, Information, Warning, Error, Critical, None.")]
    [InlineData("""{"Logging":{"LogLevel":"Debug"}}""",
        "Logging:LogLevel is text, not a group of settings. Write { \"Default\": \"Debug\" }.")]
    [InlineData("""{"Logging":{"LogLevels":{"Default":"Debug"}}}""", "There is no setting Logging:LogLevels. Did you mean LogLevel?")]
    [InlineData("""{"Logging":{"Console":{"FormatterName":"xml"}}}""",
        "Logging:Console:FormatterName \"xml\" is not a format. Choose one of desk, json, simple, systemd.")]
    [InlineData("""{"Channels":"42"}""", "Channels is text, not a list. Write [ { \"Channel\": \"…\" } ].")]
    [InlineData("""{"Channels":{"Channel":"42"}}""",
        "Channels is a group of settings, not a list. Put [ and ] around its entries, and each entry in { and }.")]
    [InlineData("""{"Channels":["42"]}""", "Channels:0 is text, not a group of settings. Write { \"Channel\": \"42\" }.")]
    [InlineData("""{"Channels":[{"Channel":"42","Topic":"Energy"}]}""",
        "There is no setting Channels:0:Topic. Choose one of Channel, Topics, Latest.")]
    [InlineData("""{"Channels":[{"Channel":"42","Topics":"Energy"}]}""",
        "Channels:0:Topics is text, not a list. Write [ \"Energy\" ], or CHANNELS__0__TOPICS__0=Energy in the environment.")]
    [InlineData("""{"Channels":[{"Channel":"42","Topics":{"Energy":true}}]}""",
        "Channels:0:Topics is a group of settings, not a list. Write [ \"Energy\" ].")]
    [InlineData("""{"Channels":[{"Channel":"42","Topics":[["Energy"]]}]}""",
        "Channels:0:Topics:0 is a list, not a topic. Write its name, such as \"Energy\".")]
    [InlineData("""{"Channels":[{"Channel":"42","Topics":["Energy",""]}]}""",
        "Channels:0:Topics:1 \"\" is not a topic. Write its name, such as \"Energy\".")]
    [InlineData("""{"Channels":[{"Channel":"42","Latest":[3]}]}""", "Channels:0:Latest is a list, not a single value. Write one value.")]
    [InlineData("""{"Channels":[{"Channel":"42","Latest":"three"}]}""",
        "Channels:0:Latest \"three\" is not a whole number from 0 to 1000. Write digits only, such as 3.")]
    public void Mistake_in_a_file_is_one_problem_with_its_remedy(string json, string problem)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddJsonStream(Stream(json)).Build());
        reader.Read();

        Assert.Equal([problem], reader.Problems);
    }

    [Theory]
    [InlineData("""{"Logging":{"LogLevel":{"Default":"Warning"}},"Kestrel":{},"AllowedHosts":"*","$schema":"x"}""")]
    [InlineData("""{"discord":{"TOKEN":"x"},"CHANNELS":[]}""")]
    [InlineData("""{"Discord":{},"Channels":[{"Channel":"42","Topics":[]},{"Channel":43,"Topics":null,"Latest":"3"}]}""")]
    public void What_the_framework_knows_and_what_is_empty_is_accepted(string json)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddJsonStream(Stream(json)).Build());
        reader.Read();

        Assert.Empty(reader.Problems);
    }

    [Fact]
    public void Environment_is_checked_within_our_sections_only()
    {
        // The prefix keeps other tests from seeing these.
        string[] names =
        [
            "NDTEST_CHANELS__0", "NDTEST_PATHS", "NDTEST_DISCORD__TOKN", "NDTEST_CHANNELS__0__CHANNEL", "NDTEST_CHANNELS__0__TOPICS",
        ];
        foreach (var name in names)
            Environment.SetEnvironmentVariable(name, "42");
        var reader = new SettingsReader(new ConfigurationBuilder().AddEnvironmentVariables("NDTEST_").Build());
        reader.Read();
        foreach (var name in names)
            Environment.SetEnvironmentVariable(name, null);

        Assert.Equal(
            [
                "There is no setting Discord:TOKN. Choose one of Token, Token_FILE, ApiBase, Shards, Compress, RequestsPerSecond.",
                "Channels:0:Topics is text, not a list. Write [ \"42\" ], or CHANNELS__0__TOPICS__0=42 in the environment.",
            ],
            reader.Problems);
    }

    [Fact]
    public void Without_settings_the_defaults_apply()
    {
        var reader = Reader();

        Assert.Equal(new BotSettings().Content, reader.Read().Content);
        Assert.Empty(reader.Problems);
    }

    static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));

    static SettingsReader Reader(params IEnumerable<(string Key, string Value)> settings)
    {
        var pairs = settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value));
        return new(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
    }
}
