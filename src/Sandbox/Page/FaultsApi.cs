using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What goes wrong with the real Discord now and then, on demand: for those who want to see that a bot bears it.</summary>
sealed class FaultsApi(World world)
{
    /// <exception cref="PersonsMistake">There is no such fault.</exception>
    public Answer Cause(Call call)
    {
        if (call.Body.Text("gateway") is { } gateway)
            Gateway(gateway);
        else if (call.Body.Text("api") is { } bucket)
            Api(bucket, call.Body);
        else
            throw new PersonsMistake("Say what shall fail: gateway or api.");
        return Answer.NoContent;
    }

    void Gateway(string fault)
    {
        foreach (var connection in world.Gateway.Connections.ToList())
        {
            switch (fault)
            {
                case "drop":
                    connection.Drop();
                    break;
                case "heartbeat":
                    connection.AskForHeartbeat();
                    break;
                case "reconnect":
                    connection.AskToReconnect();
                    break;
                case "invalidate":
                    connection.Invalidate(resumable: false);
                    break;
                default:
                    throw new PersonsMistake($"The gateway has no fault \"{fault}\". Known: drop, heartbeat, invalidate, reconnect.");
            }
        }
    }

    void Api(string name, JsonObject fault)
    {
        var bucket = Bucket.All.FirstOrDefault(bucket => bucket.Name == name)
            ?? throw new PersonsMistake($"There is no \"{name}\". Known: {string.Join(", ", Bucket.All.Select(bucket => bucket.Name))}.");
        var (status, times) = (fault.Whole("status") ?? 500, fault.Whole("times") ?? 1);
        if (status is < 500 or > 599 || times is < 1 or > 1000)
            throw new PersonsMistake("A fault has a status of 500 to 599, and happens 1 to 1000 times.");
        world.Faults.Plan(bucket.Name, new Fault((int)status, fault.Flag("after")), (int)times);
    }
}
