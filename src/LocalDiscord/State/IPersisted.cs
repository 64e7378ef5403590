using System.Text.Json.Nodes;

namespace LocalDiscord.State;

/// <summary>State that is saved as lines of the state file.</summary>
interface IPersisted
{
    /// <summary>Applies a line of the last run; ignores lines that belong to other parts.</summary>
    void Read(JsonObject line);

    /// <summary>The fewest lines that restore the current state.</summary>
    IEnumerable<JsonObject> Lines();
}
