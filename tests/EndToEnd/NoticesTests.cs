using System.Text.Json;
using System.Xml.Linq;
using Shared;

namespace EndToEnd.Tests;

/// <summary>What the program contains of others is listed with its license.</summary>
[Trait("Engine", "SQLite")]
public class NoticesTests
{
    [Fact]
    public void Every_package_in_the_program_is_listed_with_the_license_that_it_states()
    {
        var notices = File.ReadAllLines(Path.Combine(Checkout.Root, "THIRD-PARTY-NOTICES.md"));
        var listed = notices.SkipWhile(line => line != "| Package | License |").Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(Packages().Select(package => $"| {package.Name} | {package.License} |"), listed);
    }

    /// <summary>Those with a part in the program, not what only builds it, as they were restored.</summary>
    static IEnumerable<(string Name, string License)> Packages()
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "src/Bot/obj/project.assets.json")));
        string[] parts = ["compile", "runtime", "runtimeTargets", "native"];
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var packages = new List<(string, string)>();
        foreach (var package in assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (package.Value.GetProperty("type").GetString() == "package" && parts.Any(part => package.Value.TryGetProperty(part, out _)))
            {
                var path = assets.RootElement.GetProperty("libraries").GetProperty(package.Name).GetProperty("path").GetString()!;
                packages.Add((package.Name.Split('/')[0], License(folders.Select(one => Path.Combine(one, path)).First(Directory.Exists))));
            }
        }

        return packages.OrderBy(package => package.Item1, StringComparer.OrdinalIgnoreCase);
    }

    static string License(string folder)
    {
        var stated = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single())
            .Descendants().Single(element => element.Name.LocalName == "license");
        return stated.Attribute("type")!.Value == "expression" ? stated.Value : Title(Path.Combine(folder, stated.Value));
    }

    /// <summary>The first line of a license's text, such as "MIT License".</summary>
    static string Title(string file) =>
        File.ReadLines(file).First(line => line.Length > 0).Replace(" License", "", StringComparison.Ordinal).Trim();
}
