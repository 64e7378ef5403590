using System.Text.Json.Nodes;

namespace Sandbox.Commands;

/// <summary>A command as somebody typed it, understood: which one, and its options in the form a bot receives.</summary>
sealed record TypedCommand
{
    public required JsonObject Command { get; init; }

    /// <summary>With its group and subcommand: <c>channel add</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>As <c>data.options</c> of the interaction; subcommands hold theirs.</summary>
    public required JsonArray Options { get; init; }

    /// <summary>Ids of users, roles and channels among the values.</summary>
    public required IReadOnlyList<string> Mentioned { get; init; }
}
