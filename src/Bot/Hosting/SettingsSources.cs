using Microsoft.Extensions.Configuration;

namespace Bot.Hosting;

/// <summary>
/// Where settings come from, by priority: the command line, the environment, user secrets, <c>appsettings.json</c> in the current folder.
/// </summary>
static class SettingsSources
{
    const string UserSecrets = "news-desk";

    /// <param name="overrides">From the command line, by key.</param>
    /// <exception cref="InvalidDataException">A file is not valid JSON; the message says which file and where.</exception>
    public static IConfigurationRoot Read(IEnumerable<KeyValuePair<string, string?>> overrides) => new ConfigurationBuilder()
        .SetBasePath(Directory.GetCurrentDirectory())
        .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
        .AddUserSecrets(UserSecrets)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(overrides)
        .Build();
}
