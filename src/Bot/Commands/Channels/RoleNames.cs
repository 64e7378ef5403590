using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The roles of pings by name, as files carry them from one server to another.</summary>
static class RoleNames
{
    /// <summary>The id of the role that is named; null if the server has none of that name, or several.</summary>
    public static string? IdOf(string name, IReadOnlyList<Role> roles) =>
        roles.Where(role => Bare(role.Name).Equals(Bare(name), StringComparison.OrdinalIgnoreCase)).ToList() is [var only]
            ? only.Id.ToString()
            : null;

    /// <summary>The name of a role; null if the role is gone, or if its name doesn't lead back to it.</summary>
    public static string? NameOf(string id, IReadOnlyList<Role> roles) =>
        roles.FirstOrDefault(role => role.Id.ToString() == id) is { } found
        && PingRules.IsRole(found.Name) && IdOf(found.Name, roles) == id
            ? Bare(found.Name)
            : null;

    /// <summary>A preset with the roles of another place, without the pings for which that has none.</summary>
    /// <param name="there">Null if there is no such role.</param>
    /// <param name="leftOut">Gets one line for each ping that is left out.</param>
    /// <param name="reason">Why, after the role.</param>
    public static Preset Move(Preset preset, Func<string, string?> there, string reason, ICollection<string> leftOut)
    {
        var pings = new List<PingRule>();
        foreach (var ping in preset.Rules.Pings)
        {
            if (there(ping.Role) is { } role)
                pings.Add(ping with { Role = role });
            else
                leftOut.Add($"{PresetMenu.Bold(preset)}: the ping of {Rules.PingText.Role(ping)}, {reason}");
        }

        return preset with { Rules = preset.Rules with { Pings = pings } };
    }

    static string Bare(string name) => name.Trim().TrimStart('@');
}
