using System.Text;
using System.Text.Json;
using Discord.Gateway;

namespace Discord.Tests.Gateway;

/// <summary>The session as a table: what happens, and what the session does.</summary>
public sealed class GatewaySessionTests
{
    const string Hello = """{"op":10,"d":{"heartbeat_interval":45000},"s":null,"t":null}""";
    const string Ack = """{"op":11}""";
    const string Ready = """
        {"op":0,"t":"READY","s":1,"d":{"v":10,"user":{"id":"11","username":"newsbot"},"guilds":[{"id":"12","unavailable":true}],
         "session_id":"6f1c","resume_gateway_url":"wss://resume.example","shard":[0,1],"application":{"id":"11","flags":0}}}
        """;

    static readonly string Identify =
        $$$$"""
        identify {"op":2,"d":{"token":"hush","intents":1,"properties":
        {"os":"{{{{GatewayCommand.Os}}}}","browser":"news-desk","device":"news-desk"},"shard":[0,1]}}
        """.ReplaceLineEndings("");

    readonly GatewaySession session = new("hush", Shard.Only, null, () => 0.5);

    [Fact]
    public void Reconnects_without_Hello_after_thirty_seconds()
    {
        AssertActions(["heartbeat in 30"], new GatewayInput.Opened());
        AssertActions(["connect to the gateway after 5: no Hello"], new GatewayInput.HeartbeatDue());
    }

    [Fact]
    public void Hello_starts_the_heartbeat_with_jitter_and_identifies()
    {
        Open();
        AssertActions(["heartbeat in 22.5", Identify], Frame(Hello));
    }

    [Fact]
    public void Longest_Identify_fits_the_payload_limit() =>
        Assert.True(
            GatewayCommand.Identify(new string('t', 100), new(999, 1000), new string('\uFFFD', 10_000)).Length < GatewayCommand.MaxPayload);

    [Fact]
    public void Identify_has_the_shard_and_the_presence() => Assert.Equal(
        """
        {"op":2,"d":{"token":"hush","intents":1,"properties":{"os":"?","browser":"news-desk","device":"news-desk"},"shard":[3,8],
        "presence":{"since":null,"activities":[{"name":"12 stories","type":3}],"status":"online","afk":false}}}
        """.Replace("?", GatewayCommand.Os, StringComparison.Ordinal).ReplaceLineEndings(""),
        Encoding.UTF8.GetString(GatewayCommand.Identify("hush", new(3, 8), "12 stories")));

    [Fact]
    public void Presence_waits_until_the_session_resumes_and_is_not_repeated()
    {
        const string twelve =
            """send {"op":3,"d":{"since":null,"activities":[{"name":"12 stories","type":3}],"status":"online","afk":false}}""";
        const string none = """send {"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""";
        Connected();
        AssertActions([twelve], new GatewayInput.PresenceChanged("12 stories"));
        AssertActions([], new GatewayInput.PresenceChanged("12 stories"));
        AssertActions([none], new GatewayInput.PresenceChanged(null));

        session.On(Frame("""{"op":7,"d":null}"""));
        Open();
        AssertActions([], new GatewayInput.PresenceChanged("12 stories"));
        session.On(Frame(Hello));
        AssertActions(["dispatch RESUMED", twelve], Frame("""{"op":0,"t":"RESUMED","s":2,"d":{}}"""));
    }

    [Fact]
    public void Heartbeats_have_the_last_sequence()
    {
        Open();
        session.On(Frame(Hello));
        AssertActions(["""send {"op":1,"d":null}""", "heartbeat in 45"], new GatewayInput.HeartbeatDue());
        AssertActions([], Frame(Ack));
        session.On(Frame(Ready));
        session.On(Frame("""{"op":0,"t":"TYPING_START","s":7,"d":{}}"""));
        AssertActions(["""send {"op":1,"d":7}""", "heartbeat in 45"], new GatewayInput.HeartbeatDue());
    }

    [Fact]
    public void Missing_heartbeat_ACK_reconnects()
    {
        Connected();
        session.On(new GatewayInput.HeartbeatDue());
        AssertActions(["connect to wss://resume.example/: the last heartbeat was not acknowledged"], new GatewayInput.HeartbeatDue());
    }

    [Fact]
    public void Answers_a_heartbeat_request()
    {
        Connected();
        AssertActions(["""send {"op":1,"d":1}"""], Frame("""{"op":1,"d":null}"""));
    }

    [Fact]
    public void Dispatches_events()
    {
        Connected();
        AssertActions(["dispatch GUILD_CREATE"], Frame("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12"}}"""));
    }

    [Fact]
    public void Resumes_after_the_last_sequence()
    {
        Connected();
        session.On(Frame("""{"op":0,"t":"GUILD_CREATE","s":1337,"d":{"id":"12"}}"""));
        AssertActions(["connect to wss://resume.example/: Discord requested it"], Frame("""{"op":7,"d":null}"""));
        AssertActions(["heartbeat in 30"], new GatewayInput.Opened());
        AssertActions(["heartbeat in 22.5", """send {"op":6,"d":{"token":"hush","session_id":"6f1c","seq":1337}}"""], Frame(Hello));
        AssertActions(["dispatch RESUMED"], Frame("""{"op":0,"t":"RESUMED","s":1338,"d":{}}"""));
    }

    [Fact]
    public void Reconnect_without_a_session_starts_over()
    {
        Open();
        AssertActions(["connect to the gateway after 5: Discord requested it"], Frame("""{"op":7,"d":null}"""));
    }

    [Fact]
    public void Resumable_invalid_session_is_resumed_after_a_delay()
    {
        Connected();
        AssertActions(["connect to wss://resume.example/ after 5: the session cannot be resumed yet"], Frame("""{"op":9,"d":true}"""));
    }

    [Fact]
    public void Invalid_session_is_forgotten()
    {
        Connected();
        AssertActions(["connect to the gateway after 5: the session is no longer valid"], Frame("""{"op":9,"d":false}"""));
        Open();
        AssertActions(["heartbeat in 22.5", Identify], Frame(Hello));
        AssertActions(["""send {"op":1,"d":null}""", "heartbeat in 45"], new GatewayInput.HeartbeatDue());
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(4999)]
    public void Most_close_codes_resume_the_session(int code)
    {
        Connected();
        AssertActions([$"connect to wss://resume.example/: closed with {code}"], new GatewayInput.Closed((GatewayCloseCode)code, ""));
    }

    [Fact]
    public void Broken_connection_resumes_the_session()
    {
        Connected();
        AssertActions(
            ["connect to wss://resume.example/: the connection broke (reset by peer)"],
            new GatewayInput.Closed(null, "reset by peer"));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void Some_close_codes_end_the_session(int code)
    {
        Connected();
        AssertActions([$"connect to the gateway after 5: closed with {code}"], new GatewayInput.Closed((GatewayCloseCode)code, ""));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Some_close_codes_are_fatal(int code)
    {
        Connected();
        AssertActions([$"fail {code}"], new GatewayInput.Closed((GatewayCloseCode)code, ""));
    }

    [Fact]
    public void Starts_over_when_the_resume_address_is_unreachable_three_times()
    {
        Connected();
        AssertActions(["connect to wss://resume.example/: the gateway is unreachable"], new GatewayInput.Unreachable());
        AssertActions(["connect to wss://resume.example/: the gateway is unreachable"], new GatewayInput.Unreachable());
        AssertActions(["connect to the gateway after 5: the gateway is unreachable"], new GatewayInput.Unreachable());
    }

    [Theory]
    [InlineData("""{"op":0,"t":"TYPING_START","s":2,"d":{}}""", "dispatch TYPING_START")]
    [InlineData("""{"op":1,"d":null}""", """send {"op":1,"d":1}""")]
    [InlineData("""{"op":2,"d":{}}""", "")]
    [InlineData("""{"op":3,"d":{}}""", "")]
    [InlineData("""{"op":4,"d":{}}""", "")]
    [InlineData("""{"op":6,"d":{}}""", "")]
    [InlineData("""{"op":7}""", "connect to wss://resume.example/: Discord requested it")]
    [InlineData("""{"op":8,"d":{}}""", "")]
    [InlineData("""{"op":9,"d":true}""", "connect to wss://resume.example/ after 5: the session cannot be resumed yet")]
    [InlineData("""{"op":9,"d":false}""", "connect to the gateway after 5: the session is no longer valid")]
    [InlineData("""{"op":9}""", "connect to the gateway after 5: the session is no longer valid")]
    [InlineData(Hello, "")]
    [InlineData(Ack, "")]
    [InlineData("""{"op":31,"d":{}}""", "")]
    [InlineData("""{"op":43,"d":{}}""", "")]
    public void Handles_every_documented_opcode(string frame, string action)
    {
        Connected();
        AssertActions(action.Length == 0 ? [] : [action], Frame(frame));
    }

    // The theories above test what each of them does.
    [Fact]
    public void Every_documented_close_code_has_a_name() => Assert.Equal(
        [1000, 4000, 4001, 4002, 4003, 4004, 4005, 4007, 4008, 4009, 4010, 4011, 4012, 4013, 4014, 4200],
        Enum.GetValues<GatewayCloseCode>().Select(code => (int)code));

    [Fact]
    public void Late_or_repeated_event_does_not_lower_the_sequence()
    {
        Connected();
        session.On(Frame("""{"op":0,"t":"GUILD_CREATE","s":7,"d":{"id":"12"}}"""));
        AssertActions(["dispatch GUILD_CREATE"], Frame("""{"op":0,"t":"GUILD_CREATE","s":3,"d":{"id":"12"}}"""));
        AssertActions(["dispatch GUILD_CREATE"], Frame("""{"op":0,"t":"GUILD_CREATE","s":7,"d":{"id":"12"}}"""));
        AssertActions(["""send {"op":1,"d":7}""", "heartbeat in 45"], new GatewayInput.HeartbeatDue());
    }

    [Fact]
    public void Ignores_unknown_opcodes()
    {
        Connected();
        AssertActions([], Frame("""{"op":99,"d":{"new":true}}"""));
    }

    [Fact]
    public void Hello_without_an_interval_is_rejected()
    {
        Open();
        Assert.Throws<JsonException>(() => session.On(Frame("""{"op":10,"d":{}}""")));
    }

    void Open() => session.On(new GatewayInput.Opened());

    void Connected()
    {
        Open();
        session.On(Frame(Hello));
        session.On(Frame(Ready));
    }

    static GatewayInput.Received Frame(string json) => new(GatewayFrame.Read(Encoding.UTF8.GetBytes(json)));

    void AssertActions(string[] expected, GatewayInput input) => Assert.Equal(expected, session.On(input).Select(Describe));

    static string Describe(GatewayAction action) => action switch
    {
        GatewayAction.Send send => $"send {Encoding.UTF8.GetString(send.Payload)}",
        GatewayAction.Identify identify => $"identify {Encoding.UTF8.GetString(identify.Payload)}",
        GatewayAction.ScheduleHeartbeat schedule => $"heartbeat in {schedule.Delay.TotalSeconds}",
        GatewayAction.Dispatch dispatch => $"dispatch {dispatch.Frame.Event}",
        GatewayAction.Connect { Delay.TotalSeconds: var delay } next =>
            $"connect to {next.Url?.ToString() ?? "the gateway"}{(delay > 0 ? $" after {delay}" : "")}: {next.Reason}",
        GatewayAction.Fail fail => $"fail {(int)fail.Code}",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
