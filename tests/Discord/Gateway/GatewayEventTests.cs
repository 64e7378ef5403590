using System.Text;
using System.Text.Json;
using Discord.Tests.Models;

namespace Discord.Tests.Gateway;

public sealed class GatewayEventTests
{
    [Fact]
    public void Ready_names_the_application_and_the_bot()
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
    public void An_interaction_arrives_whole() =>
        Assert.Equal("feed", Assert.IsType<InteractionCreated>(Event("INTERACTION_CREATE", Examples.SlashCommand)).Interaction.Data!.Name);

    [Fact]
    public void A_guild_arrives_with_its_channels_and_roles()
    {
        var guild = Assert.IsType<GuildCreated>(Event("GUILD_CREATE", """
            {"id":"1200000000000000001","name":"Demo","unavailable":false,"owner_id":"1300000000000000001","member_count":2,"features":["NEWS"],
             "roles":[{"id":"1200000000000000001","name":"@everyone","permissions":"311385246784","mentionable":false}],
             "channels":[{"id":"1210000000000000001","type":0,"name":"general","position":0,"parent_id":null,"permission_overwrites":[{"id":"1200000000000000001","type":0,"allow":"0","deny":"2048"}]},
                         {"id":"1210000000000000003","type":15,"name":"forum","position":2,"available_tags":[{"id":"1"}]}]}
            """)).Guild;

        Assert.Equal("Demo", guild.Name);
        Assert.Equal(["general", "forum"], guild.Channels.Select(channel => channel.Name));
        Assert.Equal(Permissions.SendMessages, Assert.Single(guild.Channels[0].PermissionOverwrites).Deny);
        Assert.True(Assert.Single(guild.Roles).Permissions.HasFlag(Permissions.ViewChannel));
    }

    [Theory]
    [InlineData("""{"id":"12","unavailable":true}""", true)]
    [InlineData("""{"id":"12"}""", false)]
    public void A_guild_in_an_outage_is_told_from_one_that_removed_the_bot(string data, bool unavailable) =>
        Assert.Equal(new GuildDeleted(new(12), unavailable), Event("GUILD_DELETE", data));

    [Theory]
    [InlineData("CHANNEL_CREATE")]
    [InlineData("CHANNEL_UPDATE")]
    public void A_channel_arrives_as_it_is_now(string name)
    {
        var channel = Assert.IsType<ChannelChanged>(Event(name, """{"id":"42","type":5,"guild_id":"12","name":"news","permission_overwrites":[]}""")).Channel;
        Assert.Equal((new Snowflake(42), new Snowflake(12), "news"), (channel.Id, channel.GuildId!.Value, channel.Name));
    }

    [Theory]
    [InlineData("THREAD_CREATE", ""","newly_created":true""")]
    [InlineData("THREAD_UPDATE", "")]
    public void A_thread_arrives_as_it_is_now(string name, string more)
    {
        var thread = Assert.IsType<ThreadChanged>(Event(name, $$$"""
            {"id":"43","type":11,"guild_id":"12","parent_id":"42","name":"Rates","owner_id":"11","applied_tags":["7"],
             "thread_metadata":{"archived":true,"auto_archive_duration":1440,"archive_timestamp":"2026-08-05T12:00:00.000000+00:00","locked":false}{{{more}}}}
            """)).Thread;
        Assert.Equal((ChannelType.PublicThread, new Snowflake(42)), (thread.Type, thread.ParentId!.Value));
    }

    [Fact]
    public void What_is_gone_is_named()
    {
        Assert.Equal(new(42), Assert.IsType<ChannelDeleted>(Event("CHANNEL_DELETE", """{"id":"42","type":0,"guild_id":"12"}""")).Channel.Id);
        Assert.Equal(new(43), Assert.IsType<ThreadDeleted>(Event("THREAD_DELETE", """{"id":"43","guild_id":"12","parent_id":"42","type":11}""")).Thread.Id);
        Assert.Equal(new RoleDeleted(new(12), new(7)), Event("GUILD_ROLE_DELETE", """{"guild_id":"12","role_id":"7"}"""));
        Assert.Throws<JsonException>(() => Event("GUILD_ROLE_DELETE", """{"guild_id":"12"}"""));
    }

    [Theory]
    [InlineData("GUILD_ROLE_CREATE")]
    [InlineData("GUILD_ROLE_UPDATE")]
    public void A_role_arrives_with_its_permissions(string name) => Assert.Equal(
        new RoleChanged(new(12), new() { Id = new(7), Name = "Editors", Permissions = Permissions.ManageGuild, Mentionable = true }),
        Event(name, """{"guild_id":"12","role":{"id":"7","name":"Editors","permissions":"32","mentionable":true,"position":3}}"""));

    [Fact]
    public void A_guild_may_change() =>
        Assert.Equal("Newsroom", Assert.IsType<GuildUpdated>(Event("GUILD_UPDATE", """{"id":"12","name":"Newsroom","owner_id":"13","roles":[]}""")).Guild.Name);

    [Theory]
    [InlineData("""{"guild_id":"12","channel_ids":["42"],"threads":[{"id":"43","type":11,"parent_id":"42"}],"members":[]}""", 1)]
    [InlineData("""{"guild_id":"12","threads":[{"id":"43","type":11,"parent_id":"42"}],"members":[]}""", null)]
    public void The_threads_of_channels_that_came_into_sight_are_listed(string data, int? channels)
    {
        var list = Assert.IsType<ThreadsListed>(Event("THREAD_LIST_SYNC", data));
        Assert.Equal(channels, list.ChannelIds?.Count);
        Assert.Equal(new(43), Assert.Single(list.Threads).Id);
    }

    [Fact]
    public void Other_events_are_passed_by() => Assert.Null(Event("TYPING_START", "{}"));

    [Fact]
    public void An_event_without_data_cannot_be_read() => Assert.Throws<JsonException>(() => Event("GUILD_CREATE", "null"));

    static GatewayEvent? Event(string name, string data) =>
        GatewayEvent.From(GatewayFrame.Read(Encoding.UTF8.GetBytes($$"""{"op":0,"t":"{{name}}","s":1,"d":{{data}}}""")));
}
