using LocalDiscord.Api;
using LocalDiscord.Gateway;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>Causes failures that sometimes happen with the real Discord, to show that a bot copes with them.</summary>
sealed class FaultsApi(GatewayHub gateway, Faults faults, ChannelFaults channels, RoleFaults roles)
{
    const int MostTimes = 1000;

    /// <exception cref="UserErrorException">There is no such fault.</exception>
    public ApiResponse Cause(ApiRequest request)
    {
        var fault = request.Body;
        var times = fault.Whole("times") ?? 1;
        if (times is < 1 or > MostTimes)
            throw new UserErrorException($"times must be 1 to {MostTimes}.");
        if (fault.Text("gateway") is { } kind)
            GatewayFaults.Cause(gateway, kind, fault.Flag("resumable"), (int)times);
        else if (fault["privileged_intents"].AsBoolean(out var granted))
            gateway.Privileged.Granted = granted;
        else if (fault.Text("api") is { } bucket)
            faults.Plan(fault, Known(bucket), ApiFaults.Parse(fault), (int)times);
        else if (fault.Text("channel") is { } channel)
            channels.Cause(channel, fault);
        else if (fault.Text("role") is { } role)
            roles.Cause(role, fault);
        else
            throw new UserErrorException("Specify a target: gateway, api, channel, role or privileged_intents.");
        return ApiResponse.NoContent;
    }

    /// <summary>Planned faults that have not happened yet.</summary>
    public ApiResponse Pending() => ApiResponse.Ok(Json.ArrayOf([.. faults.ToJson(), .. GatewayFaults.Pending(gateway)]));

    static string Known(string bucket)
    {
        var names = Bucket.All.Select(one => one.Name).Append(Faults.Any).ToList();
        return names.Contains(bucket)
            ? bucket
            : throw new UserErrorException($"There is no API target \"{bucket}\". Use one of {string.Join(", ", names)}.");
    }
}
