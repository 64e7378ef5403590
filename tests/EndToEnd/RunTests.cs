using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalDiscord;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The program as a newcomer runs it.</summary>
public sealed partial class RunTests : IDisposable
{
    // A free port, so that tests don't collide with a bot that somebody runs at the same time.
    static readonly Dictionary<string, string> AnyPort = new()
    {
        ["LOCALDISCORD__PORT"] = "0",
        ["LOCALDISCORD__ANSWERWITHIN"] = "00:01:00",
    };

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Start_says_which_service_gets_what_and_not_its_key()
    {
        CopyContent();
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>(AnyPort)
        {
            ["ANSWERS__CHAT__ENDPOINT"] = "http://127.0.0.1:9/v1",
            ["ANSWERS__CHAT__MODEL"] = "a-model",
            ["ANSWERS__CHAT__KEY"] = "a-secret-key",
        });

        Assert.Contains(
            "Summaries are written by a-model at http://127.0.0.1:9/v1. When a member asks for one, it gets the question and the titles, "
                + "excerpts, passages, outlets, and dates of the answer's sources",
            await bot.UntilPrintedAsync("Summaries"));
        await bot.UntilPrintedAsync("Registered");
        Assert.Equal(0, await bot.StopAsync());
        Assert.DoesNotContain("a-secret-key", bot.Output + bot.Errors);
    }

    [Fact]
    public async Task With_TLS_the_start_says_where_it_listens_and_which_certificate_to_trust()
    {
        CopyContent();
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>(AnyPort)
        {
            ["LOCALDISCORD__TLS"] = "true",
            ["LOCALDISCORD__TLSPORT"] = "0",
        });
        var printed = Tls().Match(await bot.UntilPrintedAsync("Clients that need https"));
        using var trusting = new HttpClient(new SocketsHttpHandler
        {
            SslOptions =
            {
                CertificateChainPolicy = new()
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                    CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(printed.Groups["file"].Value) },
                },
            },
        });

        var gateway = await trusting.GetStringAsync($"{printed.Groups["address"]}api/v10/gateway", TestContext.Current.CancellationToken);

        Assert.Contains("wss://", gateway, StringComparison.Ordinal);
        await bot.UntilPrintedAsync("Registered");
        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task Without_a_token_the_bot_posts_and_answers_on_the_local_Discord_and_repeats_nothing()
    {
        CopyContent();
        JsonElement lastPost;
        await using (var bot = BotProcess.Start(folder.Path, [], AnyPort))
        {
            using var discord = await DiscordOfAsync(bot);
            Assert.Contains("14 article files: 13 new", await bot.UntilPrintedAsync("article files"));
            await bot.UntilPrintedAsync("Connected to Discord");
            await bot.UntilPrintedAsync("Registered");
            await bot.UntilPrintedAsync("Posted \"Noon kick-offs");

            Assert.Equal(3, (await discord.PostsAsync("news")).Count);
            lastPost = (await discord.MessagesAsync("news"))[^1];
            Assert.Contains("<title>", await discord.PageAsync());
            var answer = await discord.CommandAsync("/latest count:1");
            var embed = answer.GetProperty("message").GetProperty("embeds")[0];
            Assert.Contains("Noon kick-offs", embed.GetProperty("description").GetString());
            Assert.Equal(0, await bot.StopAsync());
        }

        await using (var again = BotProcess.Start(folder.Path, ["run"], AnyPort))
        {
            using var discord = await DiscordOfAsync(again);
            Assert.Contains("14 article files: 14 unchanged", await again.UntilPrintedAsync("article files"));
            await again.UntilPrintedAsync("Connected to Discord");

            var coverage = await discord.PressAsync(lastPost, "Coverage");
            Assert.True(coverage.TryGetProperty("message", out var shown), coverage.ToString());
            Assert.Contains("All coverage", shown.GetProperty("components").GetRawText());

            // Anything posted again would come before this answer.
            await discord.CommandAsync("/latest");
            Assert.Equal(3, (await discord.PostsAsync("news")).Count(title => title != "Latest news"));
            Assert.Equal(0, await again.StopAsync());
            Assert.DoesNotContain("Posted", again.Output);
            Assert.Equal("", again.Errors);
        }
    }

    [Fact]
    public async Task Article_added_while_the_bot_runs_is_posted()
    {
        CopyContent();
        var settings = new Dictionary<string, string>(AnyPort) { ["CONTENT__LOOKEVERY"] = "00:00:01" };
        await using var bot = BotProcess.Start(folder.Path, [], settings);
        await bot.UntilPrintedAsync("Posted \"Noon kick-offs");

        var whale = $"title: A whale in the harbour\npublishedDateTime: {Yesterday.Day}\nwebUrl: https://gazette.example/whale";
        folder.Write("content/new.md", $"---\n{whale}\n---\n");

        await bot.UntilPrintedAsync("Posted \"A whale in the harbour\"");
    }

    [Fact]
    public async Task Model_that_comes_with_the_bot_reads_the_articles()
    {
        CopyContent();
        await using var bot = BotProcess.StartWithModel(folder.Path, AnyPort);

        await bot.UntilPrintedAsync("The model has read 13 articles");
    }

    [Fact]
    public async Task All_invalid_settings_are_reported_at_once_without_a_stack_trace()
    {
        folder.Write("appsettings.json", """{ "Content": { "LookEvery": "often" }, "Channels": [ { "Channel": "#news" } ] }""");

        var (exitCode, _, errors) = await CommandLine.RunAsync(folder.Path, "run");

        Assert.Equal(1, exitCode);
        Assert.Equal(2, errors.Trim().Split('\n').Length);
        Assert.Contains("Content:LookEvery", errors);
        Assert.Contains("Channels:0:Channel", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Settings_that_are_not_JSON_are_reported_with_their_place()
    {
        folder.Write("appsettings.json", "{ \"Content\": ");

        var (exitCode, _, errors) = await CommandLine.RunAsync(folder.Path, "run");

        Assert.Equal(1, exitCode);
        Assert.Contains("appsettings.json", errors);
        Assert.Contains("LineNumber", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Rejected_token_stops_the_bot_with_a_message_that_hides_the_token()
    {
        CopyContent();
        await using var server = await LocalDiscordServer.StartAsync(new(), TimeProvider.System, TestContext.Current.CancellationToken);
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = "not-the-token",
            ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
        });

        var stopped = await bot.UntilPrintedAsync("stopped");

        Assert.Contains("Discord:Token", stopped);
        Assert.Equal(1, await bot.ExitCodeAsync());
        Assert.DoesNotContain("not-the-token", bot.Output + bot.Errors);
    }

    [Fact]
    public async Task Token_comes_from_a_file()
    {
        CopyContent();
        folder.Write("token", LocalDiscordServer.Token + "\n");
        await using var server = await LocalDiscordServer.StartAsync(new(), TimeProvider.System, TestContext.Current.CancellationToken);
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>
        {
            ["DISCORD__TOKEN_FILE"] = "token",
            ["DISCORD__APIBASE"] = server.ApiBase.AbsoluteUri,
        });

        await bot.UntilPrintedAsync("Connected to Discord");
    }

    [Fact]
    public async Task Log_for_machines_has_one_JSON_object_for_each_event()
    {
        CopyContent();
        await using var bot = BotProcess.Start(folder.Path, [], new Dictionary<string, string>(AnyPort)
        {
            ["LOGGING__CONSOLE__FORMATTERNAME"] = "json",
            ["LOGGING__LOGLEVEL__DISCORD"] = "Debug",
        });
        await bot.UntilPrintedAsync("Registered");

        Assert.Equal(0, await bot.StopAsync());
        var events = bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.All(events, one => Assert.True(one.GetProperty("Timestamp").TryGetDateTimeOffset(out _), one.GetRawText()));
        Assert.Contains(events, one => one.GetProperty("Category").GetString()!.StartsWith("Discord.", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    static async Task<LocalDiscord> DiscordOfAsync(BotProcess bot) =>
        new(new(Address().Match(await bot.UntilPrintedAsync("local Discord")).Value));

    void CopyContent()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "content"), "*.md"))
            folder.Write("content/" + Path.GetFileName(file), File.ReadAllText(file));
    }

    [GeneratedRegex("(?<address>https://127[.]0[.]0[.]1:[0-9]+/)[.] The certificate to trust is in (?<file>.+[.]pem)")]
    private static partial Regex Tls();

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+/")]
    private static partial Regex Address();
}
