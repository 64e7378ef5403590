using System.Text;
using Discord.Gateway;

namespace Discord.Tests.Gateway;

/// <summary>A session that another process began.</summary>
public sealed class InheritedSessionTests
{
    const string Hello = """{"op":10,"d":{"heartbeat_interval":45000}}""";

    static readonly Uri Resume = new("wss://resume.example");

    readonly GatewaySession session = new("hush", Shard.Only, null, () => 0.5, new ShardSession("6f1c", 17, Resume));

    [Fact]
    public void Connects_to_its_address_and_resumes_after_the_last_event_that_was_handled()
    {
        Assert.Equal(Resume, session.Start.Url);
        session.On(new GatewayInput.Opened());

        var resume = session.On(Frame(Hello)).OfType<GatewayAction.Send>().Single();

        Assert.Equal("""{"op":6,"d":{"token":"hush","session_id":"6f1c","seq":17}}""", Encoding.UTF8.GetString(resume.Payload));
    }

    [Fact]
    public void Events_are_old_until_all_that_was_missed_has_come()
    {
        Open();

        Assert.True(IsOld(18, "INTERACTION_CREATE"));
        Assert.False(IsOld(19, "RESUMED"));
        Assert.False(IsOld(20, "INTERACTION_CREATE"));
    }

    [Fact]
    public void Events_that_come_again_after_a_broken_connection_are_still_old()
    {
        Open();
        session.On(new GatewayInput.Closed(null, null));
        Open();

        Assert.True(IsOld(18, "INTERACTION_CREATE"));
    }

    [Fact]
    public void Nothing_is_old_after_the_connection_broke_later()
    {
        Open();
        IsOld(18, "RESUMED");
        session.On(new GatewayInput.Closed(null, null));
        Open();

        Assert.False(IsOld(19, "INTERACTION_CREATE"));
    }

    [Fact]
    public void Session_that_Discord_has_forgotten_is_started_anew()
    {
        Open();

        var next = Assert.IsType<GatewayAction.Connect>(Assert.Single(session.On(Frame("""{"op":9,"d":false}"""))));

        Assert.Null(next.Url);
        session.On(new GatewayInput.Opened());
        Assert.Contains(session.On(Frame(Hello)), action => action is GatewayAction.Identify);
    }

    void Open()
    {
        session.On(new GatewayInput.Opened());
        session.On(Frame(Hello));
    }

    bool IsOld(int sequence, string name) =>
        session.On(Frame($$$"""{"op":0,"t":"{{{name}}}","s":{{{sequence}}},"d":{} }""")).OfType<GatewayAction.Dispatch>().Single().IsOld;

    static GatewayInput.Received Frame(string json) => new(GatewayFrame.Read(Encoding.UTF8.GetBytes(json)));
}
