using System.Text;
using System.Text.Json;
using Discord.Gateway;
using Discord.Models;
using Discord.Tests.Models;

namespace Discord.Tests.Gateway;

public sealed class GatewayEventTests
{
    [Fact]
    public void Ready_has_the_application_and_the_bot_user()
    {
        var ready = Assert.IsType<ReadyEvent>(Event("READY", """
            {"v":10,"user":{"id":"1100000000000000001","username":"newsbot","discriminator":"0000","global_name":null,"bot":true},
             "guilds":[{"id":"1200000000000000001","unavailable":true}],"session_id":"6f1c","resume_gateway_url":"ws://127.0.0.1:5000",
             "shard":[0,1],"application":{"id":"1100000000000000001","flags":0}}
            """));
        Assert.Equal(new Snowflake(1100000000000000001), ready.Application.Id);
        Assert.Equal("newsbot", ready.User.Username);
    }

    [Fact]
    public void Reads_an_interaction() =>
        Assert.Equal("feed", Assert.IsType<InteractionCreated>(Event("INTERACTION_CREATE", Examples.SlashCommand)).Interaction.Data!.Name);

    [Fact]
    public void Reads_a_guild_with_its_channels_and_roles()
    {
        var guild = Assert.IsType<GuildCreated>(Event("GUILD_CREATE", """
            {"id":"1200000000000000001","name":"Demo","unavailable":false,"owner_id":"1300000000000000001","features":["NEWS"],
             "roles":[{"id":"1200000000000000001","name":"@everyone","permissions":"311385246784","mentionable":false}],
             "channels":[{"id":"1210000000000000001","type":0,"name":"general","position":0,"parent_id":null,
              "permission_overwrites":[{"id":"1200000000000000001","type":0,"allow":"0","deny":"2048"}]},
                         {"id":"1210000000000000003","type":15,"name":"forum","position":2,"available_tags":[{"id":"1"}]}]}
            """)).Guild;

        Assert.Equal("Demo", guild.Name);
        Assert.Equal(["general", "forum"], guild.Channels.Select(channel => channel.Name));
        Assert.Equal(Permissions.SendMessages, Assert.Single(guild.Channels[0].PermissionOverwrites).Deny);
        Assert.True(Assert.Single(guild.Roles).Permissions.HasFlag(Permissions.ViewChannel));
    }

    [Fact]
    public void Ignores_other_events() => Assert.Null(Event("TYPING_START", "{}"));

    [Fact]
    public void Event_without_data_is_rejected() => Assert.Throws<JsonException>(() => Event("GUILD_CREATE", "null"));

    static GatewayEvent? Event(string name, string data) =>
        GatewayEvent.From(GatewayFrame.Read(Encoding.UTF8.GetBytes($$"""{"op":0,"t":"{{name}}","s":1,"d":{{data}}}""")));
}
