using System.Text.Json.Nodes;
using Sandbox.Page;

namespace Sandbox.Api;

/// <summary>What bots asked lately, for those who look over their shoulder: the page, and validators through a file.</summary>
sealed class CallLog(PageEvents page)
{
    const int Kept = 200;

    readonly Queue<ApiCall> latest = [];

    public void Add(ApiCall call)
    {
        lock (latest)
        {
            latest.Enqueue(call);
            if (latest.Count > Kept)
                latest.Dequeue();
        }

        CallsFile.Append(call);
        page.Publish("api_call", call.ToJson, _ => true);
    }

    /// <summary>The latest calls, oldest first.</summary>
    public JsonArray ToJson()
    {
        lock (latest)
            return new JsonArray([.. latest.Select(call => (JsonNode)call.ToJson())]);
    }
}
