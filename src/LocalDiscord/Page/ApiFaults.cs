using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>Parses how a request will fail: <c>{"status": 429, "scope": "shared", "retry_after": 1336.57}</c>.</summary>
static class ApiFaults
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <exception cref="UserErrorException">Requests can't fail like that.</exception>
    public static Fault Parse(JsonObject fault)
    {
        var delay = Time(fault, "delay");
        if (fault.Flag("drop"))
            return new Fault { IsDrop = true, IsAfter = fault.Flag("after"), Delay = delay };
        // Only late, with the usual response.
        if (delay > TimeSpan.Zero && fault["status"] is null)
            return new Fault { Delay = delay };
        var status = Status(fault);
        return status == 429 && !fault.ContainsKey("body")
            ? new Fault { RateLimited = RateLimited(fault), Delay = delay }
            : new Fault { Response = Response(status, fault), IsAfter = fault.Flag("after"), Delay = delay };
    }

    static ApiResponse Response(int status, JsonObject fault)
    {
        if (fault.ContainsKey("body"))
            return ForeignResponses.Parse(status, fault);
        CheckForeignFields(fault);
        return status >= 400
            ? ApiResponse.Of(status, Error(status, fault))
            : throw new UserErrorException("A status below 400 needs a body, which may be empty.");
    }

    static void CheckForeignFields(JsonObject fault)
    {
        if (fault["content_type"] is not null || fault["headers"] is not null)
            throw new UserErrorException("content_type and headers need a body, which may be empty.");
    }

    static int Status(JsonObject fault) => fault["status"] is null ? 500 : fault.Whole("status") is >= 200 and <= 599 and var status
        ? (int)status
        : throw new UserErrorException("status must be a whole number from 200 to 599.");

    static JsonObject Error(int status, JsonObject fault) =>
        new() { ["message"] = $"{status}: A fault that was asked for", ["code"] = fault.Whole("code") ?? 0 };

    static RateLimited RateLimited(JsonObject fault)
    {
        CheckForeignFields(fault);
        if (fault.Flag("after"))
            throw new UserErrorException("Discord never carries out a request that gets a 429. Use after with another status.");
        TimeSpan? announced = fault.ContainsKey("retry_after_header") ? Time(fault, "retry_after_header") : null;
        return new(Scope(fault.Text("scope") ?? "user"), Time(fault, "retry_after", byDefault: 1), announced);
    }

    static RateLimitScope Scope(string scope) => scope switch
    {
        "user" => RateLimitScope.User,
        "global" => RateLimitScope.Global,
        "shared" => RateLimitScope.Shared,
        _ => throw new UserErrorException(
            $"There is no scope \"{scope}\". Use one of user, global, shared. A proxy's answer is a status with a body."),
    };

    static TimeSpan Time(JsonObject fault, string name, double byDefault = 0)
    {
        var seconds = fault[name].AsNumber() ?? byDefault;
        return seconds >= 0 && seconds <= Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new UserErrorException($"{name} must be 0 to {Longest.TotalSeconds} seconds.");
    }
}
