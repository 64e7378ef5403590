using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What goes wrong with the real Discord now and then, on demand: for those who want to see that a bot bears it.</summary>
sealed class FaultsApi(World world)
{
    const int MostTimes = 1000;

    /// <exception cref="PersonsMistake">There is no such fault.</exception>
    public Answer Cause(Call call)
    {
        var fault = call.Body;
        var times = fault.Whole("times") ?? 1;
        if (times is < 1 or > MostTimes)
            throw new PersonsMistake($"A fault happens 1 to {MostTimes} times.");
        if (fault.Text("gateway") is { } gateway)
            GatewayFaults.Cause(world.Gateway, gateway, fault.Flag("resumable"), (int)times);
        else if (fault.Text("api") is { } bucket)
            world.Faults.Plan(fault, Known(bucket), ApiFaults.Read(fault), (int)times);
        else if (fault.Text("channel") is { } channel)
            new ChannelFaults(world).Cause(channel, fault);
        else if (fault.Text("role") is { } role)
            new RoleFaults(world).Cause(role, fault);
        else
            throw new PersonsMistake("Say what shall fail: gateway, api, channel or role.");
        return Answer.NoContent;
    }

    /// <summary>What was asked for and has not happened yet.</summary>
    public Answer Waiting() => Answer.Ok(Json.ArrayOf([.. world.Faults.ToJson(), .. GatewayFaults.Waiting(world.Gateway)]));

    static string Known(string bucket)
    {
        var names = Bucket.All.Select(one => one.Name).Append(Faults.Any).ToList();
        return names.Contains(bucket) ? bucket : throw new PersonsMistake($"There is no \"{bucket}\". Known: {string.Join(", ", names)}.");
    }
}
