using System.Text.Json.Nodes;

namespace Sandbox.Tests.Messages;

public sealed class StateFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("local-discord").FullName;

    string StateFile => Path.Combine(folder, "state", "messages.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Messages_survive_a_restart_as_they_were()
    {
        JsonNode kept;
        await using (var before = await LocalDiscord.StartAsync(stateFile: StateFile))
        {
            kept = (await before.SendAsync("""{"content":"kept","embeds":[{"title":"Füße <b> 🚢"}],"components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"}]}]}""")).Json;
            await before.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{kept["id"]}", """{"content":"edited"}""");
            var gone = await before.SendAsync("""{"content":"gone"}""");
            await before.ApiAsync("DELETE", $"channels/{Seed.GeneralChannelId}/messages/{gone["id"]}");
        }

        await using var after = await LocalDiscord.StartAsync(stateFile: StateFile);
        var messages = (await after.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray();

        var message = Assert.Single(messages)!;
        Assert.Equal(("edited", kept["id"]!.ToString()), (message["content"]!.ToString(), message["id"]!.ToString()));
        Assert.True(JsonNode.DeepEquals(kept["embeds"], message["embeds"]) && JsonNode.DeepEquals(kept["components"], message["components"]));
    }

    [Fact]
    public async Task What_was_answered_is_in_the_file_at_once()
    {
        await using var discord = await LocalDiscord.StartAsync(stateFile: StateFile);
        await discord.SendAsync("""{"content":"kept"}""");

        // As another process reads it, after this one was killed.
        using var cat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cat", StateFile) { RedirectStandardOutput = true })!;
        var text = await cat.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\"content\":\"kept\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nonce_is_remembered_across_a_restart()
    {
        const string body = """{"content":"once","nonce":"d-1","enforce_nonce":true}""";
        string first;
        await using (var before = await LocalDiscord.StartAsync(stateFile: StateFile))
            first = (await before.SendAsync(body))["id"];

        await using var after = await LocalDiscord.StartAsync(stateFile: StateFile, at: LocalDiscord.Noon.AddMinutes(2));

        Assert.Equal(first, (await after.SendAsync(body))["id"]);
    }

    [Fact]
    public async Task Ids_go_on_increasing_even_if_the_clock_went_back()
    {
        string first;
        await using (var before = await LocalDiscord.StartAsync(stateFile: StateFile))
            first = (await before.SendAsync("""{"content":"1"}"""))["id"];

        await using var after = await LocalDiscord.StartAsync(stateFile: StateFile, at: LocalDiscord.Noon.AddDays(-1));
        var second = (await after.SendAsync("""{"content":"2"}"""))["id"];

        Assert.True(ulong.Parse(second, null) > ulong.Parse(first, null));
    }

    [Fact]
    public async Task A_torn_last_line_is_passed_over()
    {
        await using (var before = await LocalDiscord.StartAsync(stateFile: StateFile))
            await before.SendAsync("""{"content":"whole"}""");
        await File.AppendAllTextAsync(StateFile, """{"put":{"id":"15""", TestContext.Current.CancellationToken);

        await using var after = await LocalDiscord.StartAsync(stateFile: StateFile);

        Assert.Single((await after.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task A_broken_line_before_the_last_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await File.WriteAllTextAsync(StateFile, "{}\nnot json\n{}\n", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => LocalDiscord.StartAsync(stateFile: StateFile));

        Assert.StartsWith($"{StateFile}:2: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_leaves_one_line_for_each_message()
    {
        await using (var before = await LocalDiscord.StartAsync(stateFile: StateFile))
        {
            var sent = await before.SendAsync("""{"content":"0"}""");
            for (var i = 1; i < 5; i++)
                await before.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", $$"""{"content":"{{i}}"}""");
        }

        await using (await LocalDiscord.StartAsync(stateFile: StateFile))
        {
        }

        Assert.Single(await File.ReadAllLinesAsync(StateFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_servers_do_not_share_a_file()
    {
        await using var first = await LocalDiscord.StartAsync(stateFile: StateFile);

        await Assert.ThrowsAsync<IOException>(() => LocalDiscord.StartAsync(stateFile: StateFile));
    }
}
