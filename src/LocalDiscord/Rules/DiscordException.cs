using System.Text.Json.Nodes;

namespace LocalDiscord.Rules;

/// <summary>A request that Discord rejects; <see cref="DiscordError"/> lists the reasons.</summary>
sealed class DiscordException(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status => status;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null)
            json["errors"] = errors.DeepClone();
        return json;
    }
}
