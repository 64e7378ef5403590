using System.Diagnostics;
using System.Text.Json;
using Shared;

namespace EndToEnd.Tests;

/// <summary>The profile that the release is published with, as MSBuild reads it, and what docs/operators.md says about it.</summary>
public sealed class ReleaseTests
{
    static readonly Document Operators = new("docs/operators.md");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Release_is_native_and_has_no_debug_symbols_beside_it()
    {
        var release = await PropertiesAsync("PublishAot", "RuntimeIdentifier", "CopyOutputSymbolsToPublishDirectory");

        Assert.Equal(["true", "linux-x64", "false"], release);
    }

    [Fact]
    public async Task Image_has_the_documented_base_and_its_user_is_not_root()
    {
        var image = await PropertiesAsync("ContainerBaseImage", "ContainerUser");

        Assert.Contains($"`{image[0]}`", Operators.Text, StringComparison.Ordinal);
        Assert.Contains($"user {image[1]}, not root", Operators.Text, StringComparison.Ordinal);
    }

    static async Task<IReadOnlyList<string>> PropertiesAsync(params IReadOnlyList<string> names)
    {
        using var msbuild = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["msbuild", Path.Combine(Checkout.Root, "src/Bot"), "-p:PublishProfile=release", $"-getProperty:{string.Join(',', names)}"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await msbuild.StandardOutput.ReadToEndAsync(Ct);
        await msbuild.WaitForExitAsync(Ct);
        var values = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("Properties");
        return [.. names.Select(name => values.GetProperty(name).GetString()!)];
    }
}
