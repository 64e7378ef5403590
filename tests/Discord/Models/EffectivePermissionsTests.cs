using Discord.Models;
using P = Discord.Models.Permissions;

namespace Discord.Tests.Models;

public sealed class EffectivePermissionsTests
{
    const P Reader = P.ViewChannel | P.ReadMessageHistory;
    const P Poster = Reader | P.SendMessages | P.EmbedLinks;

    static readonly Snowflake Everyone = new(12);
    static readonly Snowflake Editors = new(20);
    static readonly Snowflake Guests = new(21);
    static readonly Snowflake Bot = new(11);
    static readonly DateTimeOffset Now = new(2026, 8, 5, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, P, PermissionOverwrite[], P> Channels => new()
    {
        { "no overwrites", Poster, [], Poster },
        { "deny for everyone", Poster, [Role(Everyone, deny: P.EmbedLinks)], Poster & ~P.EmbedLinks },
        {
            "a role allows what everyone is denied", Poster,
            [Role(Everyone, deny: P.ViewChannel), Role(Editors, allow: P.ViewChannel)], Poster
        },
        { "allow wins among roles", Poster, [Role(Editors, deny: P.EmbedLinks), Role(Guests, allow: P.EmbedLinks)], Poster },
        {
            "the order of overwrites does not matter", Poster,
            [Member(Bot, deny: P.EmbedLinks), Role(Editors, allow: P.EmbedLinks)], Poster & ~P.EmbedLinks
        },
        { "the member has the last word", Poster, [Role(Editors, deny: P.EmbedLinks), Member(Bot, allow: P.EmbedLinks)], Poster },
        {
            "overwrites of others do not matter", Poster,
            [Role(new(99), deny: P.ViewChannel), Member(new(98), deny: P.ViewChannel)], Poster
        },
        { "a member overwrite does not apply to a role", Poster, [Member(Editors, deny: P.ViewChannel)], Poster },
        { "without View Channel there are no permissions", Poster, [Role(Everyone, deny: P.ViewChannel)], P.None },
        {
            "without Send Messages there are no embeds", Poster | P.AttachFiles | P.MentionEveryone,
            [Role(Everyone, deny: P.SendMessages)], Reader
        },
        { "overwrites do not apply to an administrator", P.Administrator, [Role(Everyone, deny: P.ViewChannel)], EffectivePermissions.All },
        { "unnamed bits are kept", Poster | (P)(1UL << 45), [], Poster | (P)(1UL << 45) },
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public void Permissions_in_a_channel(string rule, P everyone, PermissionOverwrite[] overwrites, P expected) =>
        Assert.Equal((rule, expected), (rule, In(everyone, new() { Id = new(42), PermissionOverwrites = overwrites })));

    [Fact]
    public void Permissions_of_roles_add_up()
    {
        var guild = Newsroom(Reader) with
        {
            Roles =
            [
                new() { Id = Everyone, Permissions = Reader },
                new() { Id = Editors, Permissions = P.SendMessages },
                new() { Id = new(22), Permissions = P.ManageGuild },
            ],
        };
        Assert.Equal(Reader | P.SendMessages, EffectivePermissions.InGuild(guild, Bot, Desk()));
    }

    [Fact]
    public void Owner_has_all_permissions()
    {
        var guild = Newsroom(P.None) with { OwnerId = Bot };
        var channel = new Channel { Id = new(42), PermissionOverwrites = [Member(Bot, deny: P.ViewChannel)] };
        Assert.Equal(EffectivePermissions.All, EffectivePermissions.InChannel(guild, channel, Bot, Desk(), Now));
    }

    [Theory]
    [InlineData(1, Reader)]
    [InlineData(0, Poster)]
    [InlineData(-1, Poster)]
    public void Timed_out_member_can_only_read(int minutes, P expected) =>
        Assert.Equal(expected, In(Poster, new() { Id = new(42) }, TimedOut(TimeSpan.FromMinutes(minutes))));

    [Fact]
    public void Timeout_does_not_affect_an_administrator() =>
        Assert.Equal(EffectivePermissions.All, In(P.Administrator, new() { Id = new(42) }, TimedOut(TimeSpan.FromDays(1))));

    [Theory]
    [InlineData(ChannelType.GuildVoice, P.None)]
    [InlineData(ChannelType.GuildStageVoice, P.None)]
    [InlineData(ChannelType.GuildText, Poster)]
    public void Voice_channel_requires_Connect(ChannelType type, P expected) =>
        Assert.Equal(expected, In(Poster, new() { Id = new(42), Type = type }));

    [Theory]
    [InlineData(Poster | P.SendMessagesInThreads, Poster | P.SendMessagesInThreads)]
    [InlineData(Reader | P.EmbedLinks | P.SendMessagesInThreads, Poster | P.SendMessagesInThreads)]
    [InlineData(Poster, Reader)]
    [InlineData(P.SendMessagesInThreads, P.None)]
    public void Thread_requires_Send_Messages_in_Threads(P everyone, P expected) =>
        Assert.Equal(expected, EffectivePermissions.InThread(Newsroom(everyone), new() { Id = new(42) }, Bot, Desk(), Now));

    static P In(P everyone, Channel channel, Member? member = null) =>
        EffectivePermissions.InChannel(Newsroom(everyone), channel, Bot, member ?? Desk(), Now);

    static Guild Newsroom(P everyone) => new()
    {
        Id = Everyone,
        OwnerId = new(13),
        Roles = [new() { Id = Everyone, Permissions = everyone }, new() { Id = Editors }, new() { Id = Guests }],
    };

    static Member Desk() => new() { Roles = [Editors, Guests] };

    static Member TimedOut(TimeSpan time) => Desk() with { CommunicationDisabledUntil = Now + time };

    static PermissionOverwrite Role(Snowflake id, P allow = P.None, P deny = P.None) =>
        new() { Id = id, Type = PermissionOverwriteType.Role, Allow = allow, Deny = deny };

    static PermissionOverwrite Member(Snowflake id, P allow = P.None, P deny = P.None) =>
        new() { Id = id, Type = PermissionOverwriteType.Member, Allow = allow, Deny = deny };
}
