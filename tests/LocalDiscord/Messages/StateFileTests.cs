using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Messages;

public sealed class StateFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("local-discord").FullName;

    string StateFile => Path.Combine(folder, "state", "messages.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Messages_survive_a_restart_unchanged()
    {
        JsonNode kept;
        await using (var before = await TestDiscord.StartAsync(stateFile: StateFile))
        {
            kept = (await before.SendAsync("""
                {"content":"kept","embeds":[{"title":"Füße <b> 🚢"}],
                 "components":[{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"b"}]}]}
                """)).Json;
            await before.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{kept["id"]}", """{"content":"edited"}""");
            var gone = await before.SendAsync("""{"content":"gone"}""");
            await before.ApiAsync("DELETE", $"channels/{Seed.GeneralChannelId}/messages/{gone["id"]}");
        }

        await using var after = await TestDiscord.StartAsync(stateFile: StateFile);
        var messages = (await after.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray();

        var message = Assert.Single(messages)!;
        Assert.Equal(("edited", kept["id"]!.ToString()), (message["content"]!.ToString(), message["id"]!.ToString()));
        Assert.True(
            JsonNode.DeepEquals(kept["embeds"], message["embeds"]) && JsonNode.DeepEquals(kept["components"], message["components"]));
    }

    [Fact]
    public async Task Reactions_survive_a_restart()
    {
        string id;
        await using (var before = await TestDiscord.StartAsync(stateFile: StateFile))
        {
            id = (await before.SendAsync("""{"content":"hi"}"""))["id"];
            await before.PageAsync("POST", "reactions", $$"""{"message":"{{id}}","emoji":"👍"}""");
        }

        await using var after = await TestDiscord.StartAsync(stateFile: StateFile);
        var users = await after.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages/{id}/reactions/%F0%9F%91%8D");

        Assert.Equal(Seed.MemberId, users.Json[0]!["id"]!.ToString());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task File_is_readable_by_its_owner_only()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await File.WriteAllTextAsync(StateFile, "", TestContext.Current.CancellationToken);
        await using var discord = await TestDiscord.StartAsync(stateFile: StateFile);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateFile));
    }

    [Fact]
    public async Task Change_is_in_the_file_before_the_response()
    {
        await using var discord = await TestDiscord.StartAsync(stateFile: StateFile);
        await discord.SendAsync("""{"content":"kept"}""");

        // Read by another process, as after this one was killed.
        using var cat = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("cat", StateFile) { RedirectStandardOutput = true })!;
        var text = await cat.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\"content\":\"kept\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonce_survives_a_restart()
    {
        const string body = """{"content":"once","nonce":"d-1","enforce_nonce":true}""";
        string first;
        await using (var before = await TestDiscord.StartAsync(stateFile: StateFile))
            first = (await before.SendAsync(body))["id"];

        await using var after = await TestDiscord.StartAsync(stateFile: StateFile, at: TestDiscord.Noon.AddMinutes(2));

        Assert.Equal(first, (await after.SendAsync(body))["id"]);
    }

    [Fact]
    public async Task Ids_increase_even_if_the_clock_was_set_back()
    {
        string first;
        await using (var before = await TestDiscord.StartAsync(stateFile: StateFile))
            first = (await before.SendAsync("""{"content":"1"}"""))["id"];

        await using var after = await TestDiscord.StartAsync(stateFile: StateFile, at: TestDiscord.Noon.AddDays(-1));
        var second = (await after.SendAsync("""{"content":"2"}"""))["id"];

        Assert.True(ulong.Parse(second, null) > ulong.Parse(first, null));
    }

    [Fact]
    public async Task Incomplete_last_line_is_ignored()
    {
        await using (var before = await TestDiscord.StartAsync(stateFile: StateFile))
            await before.SendAsync("""{"content":"whole"}""");
        await File.AppendAllTextAsync(StateFile, """{"put":{"id":"15""", TestContext.Current.CancellationToken);

        await using var after = await TestDiscord.StartAsync(stateFile: StateFile);

        Assert.Single((await after.ApiAsync("GET", $"channels/{Seed.GeneralChannelId}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task Broken_line_is_reported_with_its_number()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await File.WriteAllTextAsync(StateFile, "{}\nnot json\n{}\n", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => TestDiscord.StartAsync(stateFile: StateFile));

        Assert.StartsWith($"{StateFile}:2: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_compacts_the_file_to_one_line_per_message()
    {
        await using (var before = await TestDiscord.StartAsync(stateFile: StateFile))
        {
            var sent = await before.SendAsync("""{"content":"0"}""");
            for (var i = 1; i < 5; i++)
                await before.ApiAsync("PATCH", $"channels/{Seed.GeneralChannelId}/messages/{sent["id"]}", $$"""{"content":"{{i}}"}""");
        }

        await using (await TestDiscord.StartAsync(stateFile: StateFile))
        {
        }

        Assert.Single(await File.ReadAllLinesAsync(StateFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Second_server_cannot_open_the_same_file()
    {
        await using var first = await TestDiscord.StartAsync(stateFile: StateFile);

        await Assert.ThrowsAsync<IOException>(() => TestDiscord.StartAsync(stateFile: StateFile));
    }
}
