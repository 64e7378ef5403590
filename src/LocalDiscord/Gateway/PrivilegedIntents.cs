namespace LocalDiscord.Gateway;

/// <summary>
/// Whether the application may use the privileged intents, as Discord's developer portal decides.
/// https://discord.com/developers/docs/events/gateway#privileged-intents
/// </summary>
sealed class PrivilegedIntents(bool granted)
{
    /// <summary>For presences, members, and message content, in the form for applications in fewer than 100 servers.</summary>
    const int Limited = (1 << 13) | (1 << 15) | (1 << 19);

    public bool Granted { get; set; } = granted;

    /// <summary>
    /// The application's flags. https://discord.com/developers/docs/resources/application#application-object-application-flags
    /// </summary>
    public int Flags => Granted ? Limited : 0;
}
