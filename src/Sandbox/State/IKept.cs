using System.Text.Json.Nodes;

namespace Sandbox.State;

/// <summary>A part of the world that the state file brings back.</summary>
interface IKept
{
    /// <summary>A line of the last run; what it is not about, it leaves alone.</summary>
    void Read(JsonObject line);

    /// <summary>The fewest lines that say the same.</summary>
    IEnumerable<JsonObject> Lines();
}
