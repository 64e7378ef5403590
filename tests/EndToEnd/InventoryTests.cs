using EndToEnd.Tests.Inventory;
using Shared;

namespace EndToEnd.Tests;

/// <summary>
/// All that people can do, seen from outside: what is registered, pressed, typed and written into files, but none of the texts.
/// Whoever rewords or rebuilds the program leaves this as it is.
/// </summary>
[Trait("Engine", "SQLite")]
public sealed class InventoryTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Nothing_that_people_can_do_is_lost()
    {
        var (desk, verbs) = (DeskAsync(), VerbsAsync());

        Approved.Text(string.Join('\n', ["# What people can do", "", .. await desk, .. await verbs]), "inventory.md");
    }

    async Task<IEnumerable<string>> DeskAsync()
    {
        Panels.WriteArticles(folder);
        await using var desk = await RunningDesk.StartAsync(folder.Path);
        var commands = Commands.Of(await desk.CommandsAsync()).ToList();
        var panels = await new Panels(desk, folder).WalkAsync();
        return ["## Commands", "", .. commands, "", "## Buttons, menus and forms", .. panels, ""];
    }

    /// <summary>Beside the desk, which waits for the limits of its Discord most of the time.</summary>
    async Task<IEnumerable<string>> VerbsAsync() =>
    [
        "## Command line", "", .. await Verbs.OptionsAsync(folder.Path), "",
        "## Exit codes", "", .. await Verbs.ExitCodesAsync(folder), "",
        "## JSON", "", .. await Verbs.JsonAsync(folder), "",
        "## Settings", "", .. await Files.SettingsAsync(folder), "",
        "## Rules in YAML", "", "```yaml", await Files.RulesAsync(folder), "```", "",
        "## Keys of articles, topics and providers", "", .. Files.Schemas(),
    ];

    public void Dispose() => folder.Dispose();
}
