using System.Text;
using System.Text.Json;

namespace Discord.Tests.Gateway;

/// <summary>The life of a session as a table: what happened, and what is done about it.</summary>
public sealed class GatewaySessionTests
{
    const string Hello = """{"op":10,"d":{"heartbeat_interval":45000},"s":null,"t":null}""";
    const string Ack = """{"op":11}""";
    const string Ready = """
        {"op":0,"t":"READY","s":1,"d":{"v":10,"user":{"id":"11","username":"newsbot"},"guilds":[{"id":"12","unavailable":true}],
         "session_id":"6f1c","resume_gateway_url":"wss://resume.example","shard":[0,1],"application":{"id":"11","flags":0}}}
        """;

    static readonly string Identify =
        $$$$"""identify {"op":2,"d":{"token":"hush","intents":1,"properties":{"os":"{{{{GatewayCommand.Os}}}}","browser":"news-desk","device":"news-desk"},"shard":[0,1]}}""";

    readonly GatewaySession session = new("hush", Shard.Only, null, () => 0.5);

    [Fact]
    public void Waits_for_hello_only_so_long()
    {
        AssertActions(["beat in 30"], new GatewayInput.Opened());
        AssertActions(["connect to the gateway after 5: no Hello"], new GatewayInput.BeatDue());
    }

    [Fact]
    public void Hello_sets_a_beat_by_chance_and_identifies()
    {
        Open();
        AssertActions(["beat in 22.5", Identify], Frame(Hello));
    }

    [Fact]
    public void An_identify_fits_the_gateways_limit() =>
        Assert.True(GatewayCommand.Identify(new string('t', 100), new(999, 1000), new string('\uFFFD', 10_000)).Length < DiscordLimits.GatewayPayload);

    [Fact]
    public void Identifies_as_its_shard_and_shows_what_it_watches() => Assert.Equal(
        """
        {"op":2,"d":{"token":"hush","intents":1,"properties":{"os":"?","browser":"news-desk","device":"news-desk"},"shard":[3,8],"presence":{"since":null,"activities":[{"name":"12 stories","type":3}],"status":"online","afk":false}}}
        """.Replace("?", GatewayCommand.Os, StringComparison.Ordinal),
        Encoding.UTF8.GetString(GatewayCommand.Identify("hush", new(3, 8), "12 stories")));

    [Fact]
    public void A_presence_waits_until_the_session_goes_on_and_is_not_repeated()
    {
        const string twelve = """send {"op":3,"d":{"since":null,"activities":[{"name":"12 stories","type":3}],"status":"online","afk":false}}""";
        Connected();
        AssertActions([twelve], new GatewayInput.PresenceWanted("12 stories"));
        AssertActions([], new GatewayInput.PresenceWanted("12 stories"));
        AssertActions(["""send {"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}"""], new GatewayInput.PresenceWanted(null));

        session.On(Frame("""{"op":7,"d":null}"""));
        Open();
        AssertActions([], new GatewayInput.PresenceWanted("12 stories"));
        session.On(Frame(Hello));
        AssertActions(["dispatch RESUMED", twelve], Frame("""{"op":0,"t":"RESUMED","s":2,"d":{}}"""));
    }

    [Fact]
    public void Beats_with_the_last_sequence_at_every_interval()
    {
        Open();
        session.On(Frame(Hello));
        AssertActions(["""send {"op":1,"d":null}""", "beat in 45"], new GatewayInput.BeatDue());
        AssertActions([], Frame(Ack));
        session.On(Frame(Ready));
        session.On(Frame("""{"op":0,"t":"TYPING_START","s":7,"d":{}}"""));
        AssertActions(["""send {"op":1,"d":7}""", "beat in 45"], new GatewayInput.BeatDue());
    }

    [Fact]
    public void A_missed_answer_is_a_dead_connection()
    {
        Connected();
        session.On(new GatewayInput.BeatDue());
        AssertActions(["connect to wss://resume.example/: no answer to the last heartbeat"], new GatewayInput.BeatDue());
    }

    [Fact]
    public void Discord_may_ask_for_a_heartbeat()
    {
        Connected();
        AssertActions(["""send {"op":1,"d":1}"""], Frame("""{"op":1,"d":null}"""));
    }

    [Fact]
    public void Dispatches_are_handed_on()
    {
        Connected();
        AssertActions(["dispatch GUILD_CREATE"], Frame("""{"op":0,"t":"GUILD_CREATE","s":2,"d":{"id":"12"}}"""));
    }

    [Fact]
    public void Resumes_where_it_stopped()
    {
        Connected();
        session.On(Frame("""{"op":0,"t":"GUILD_CREATE","s":1337,"d":{"id":"12"}}"""));
        AssertActions(["connect to wss://resume.example/: Discord asked for it"], Frame("""{"op":7,"d":null}"""));
        AssertActions(["beat in 30"], new GatewayInput.Opened());
        AssertActions(["beat in 22.5", """send {"op":6,"d":{"token":"hush","session_id":"6f1c","seq":1337}}"""], Frame(Hello));
        AssertActions(["dispatch RESUMED"], Frame("""{"op":0,"t":"RESUMED","s":1338,"d":{}}"""));
    }

    [Fact]
    public void Reconnect_before_a_session_starts_over()
    {
        Open();
        AssertActions(["connect to the gateway after 5: Discord asked for it"], Frame("""{"op":7,"d":null}"""));
    }

    [Fact]
    public void An_invalid_session_that_may_be_resumed_is_resumed_after_a_pause()
    {
        Connected();
        AssertActions(["connect to wss://resume.example/ after 5: the session could not be resumed yet"], Frame("""{"op":9,"d":true}"""));
    }

    [Fact]
    public void An_invalid_session_is_forgotten()
    {
        Connected();
        AssertActions(["connect to the gateway after 5: the session is not valid any more"], Frame("""{"op":9,"d":false}"""));
        Open();
        AssertActions(["beat in 22.5", Identify], Frame(Hello));
        AssertActions(["""send {"op":1,"d":null}""", "beat in 45"], new GatewayInput.BeatDue());
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
    public void Most_close_codes_leave_a_session_to_resume(int code)
    {
        Connected();
        AssertActions([$"connect to wss://resume.example/: closed with {code}"], new GatewayInput.Closed((GatewayCloseCode)code, ""));
    }

    [Fact]
    public void A_line_that_went_dead_leaves_a_session_to_resume()
    {
        Connected();
        AssertActions(["connect to wss://resume.example/: the line went dead (reset by peer)"], new GatewayInput.Closed(null, "reset by peer"));
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
    public void Some_close_codes_end_everything(int code)
    {
        Connected();
        AssertActions([$"fail {code}"], new GatewayInput.Closed((GatewayCloseCode)code, ""));
    }

    [Fact]
    public void A_resume_address_that_cannot_be_reached_is_given_up_at_the_third_try()
    {
        Connected();
        AssertActions(["connect to wss://resume.example/: the gateway cannot be reached"], new GatewayInput.Unreachable());
        AssertActions(["connect to wss://resume.example/: the gateway cannot be reached"], new GatewayInput.Unreachable());
        AssertActions(["connect to the gateway after 5: the gateway cannot be reached"], new GatewayInput.Unreachable());
    }

    [Theory]
    [InlineData("""{"op":0,"t":"TYPING_START","s":2,"d":{}}""", "dispatch TYPING_START")]
    [InlineData("""{"op":1,"d":null}""", """send {"op":1,"d":1}""")]
    [InlineData("""{"op":2,"d":{}}""", "")]
    [InlineData("""{"op":3,"d":{}}""", "")]
    [InlineData("""{"op":4,"d":{}}""", "")]
    [InlineData("""{"op":6,"d":{}}""", "")]
    [InlineData("""{"op":7}""", "connect to wss://resume.example/: Discord asked for it")]
    [InlineData("""{"op":8,"d":{}}""", "")]
    [InlineData("""{"op":9,"d":true}""", "connect to wss://resume.example/ after 5: the session could not be resumed yet")]
    [InlineData("""{"op":9,"d":false}""", "connect to the gateway after 5: the session is not valid any more")]
    [InlineData("""{"op":9}""", "connect to the gateway after 5: the session is not valid any more")]
    [InlineData(Hello, "")]
    [InlineData(Ack, "")]
    [InlineData("""{"op":31,"d":{}}""", "")]
    [InlineData("""{"op":43,"d":{}}""", "")]
    public void Every_opcode_of_the_documentation_has_its_answer(string frame, string action)
    {
        Connected();
        AssertActions(action.Length == 0 ? [] : [action], Frame(frame));
    }

    // The codes themselves are in the theories above: those that leave a session, end it, or end everything.
    [Fact]
    public void Every_close_code_of_the_documentation_has_a_name() => Assert.Equal(
        [1000, 4000, 4001, 4002, 4003, 4004, 4005, 4007, 4008, 4009, 4010, 4011, 4012, 4013, 4014, 4200],
        Enum.GetValues<GatewayCloseCode>().Select(code => (int)code));

    [Fact]
    public void An_event_that_comes_late_or_twice_does_not_turn_the_session_back()
    {
        Connected();
        session.On(Frame("""{"op":0,"t":"GUILD_CREATE","s":7,"d":{"id":"12"}}"""));
        AssertActions(["dispatch GUILD_CREATE"], Frame("""{"op":0,"t":"GUILD_CREATE","s":3,"d":{"id":"12"}}"""));
        AssertActions(["dispatch GUILD_CREATE"], Frame("""{"op":0,"t":"GUILD_CREATE","s":7,"d":{"id":"12"}}"""));
        AssertActions(["""send {"op":1,"d":7}""", "beat in 45"], new GatewayInput.BeatDue());
    }

    [Fact]
    public void What_is_not_known_is_passed_by()
    {
        Connected();
        AssertActions([], Frame("""{"op":99,"d":{"new":true}}"""));
    }

    [Fact]
    public void A_hello_without_a_rhythm_cannot_be_read()
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

    void AssertActions(string[] expected, GatewayInput input) => Assert.Equal(expected, session.On(input).Select(Words));

    static string Words(GatewayAction action) => action switch
    {
        GatewayAction.Send send => $"send {Encoding.UTF8.GetString(send.Payload)}",
        GatewayAction.Identify identify => $"identify {Encoding.UTF8.GetString(identify.Payload)}",
        GatewayAction.BeatIn beat => $"beat in {beat.Delay.TotalSeconds}",
        GatewayAction.Dispatch dispatch => $"dispatch {dispatch.Frame.Event}",
        GatewayAction.Connect { Pause.TotalSeconds: var pause } next =>
            $"connect to {next.Url?.ToString() ?? "the gateway"}{(pause > 0 ? $" after {pause}" : "")}: {next.Why}",
        GatewayAction.Fail fail => $"fail {(int)fail.Code}",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
