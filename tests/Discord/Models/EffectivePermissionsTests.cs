using P = Discord.Permissions;

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
        { "nothing is overwritten", Poster, [], Poster },
        { "everyone is denied", Poster, [Role(Everyone, deny: P.EmbedLinks)], Poster & ~P.EmbedLinks },
        { "a role allows what everyone is denied", Poster, [Role(Everyone, deny: P.ViewChannel), Role(Editors, allow: P.ViewChannel)], Poster },
        { "among roles allowing wins", Poster, [Role(Editors, deny: P.EmbedLinks), Role(Guests, allow: P.EmbedLinks)], Poster },
        { "the order of overwrites does not matter", Poster, [Member(Bot, deny: P.EmbedLinks), Role(Editors, allow: P.EmbedLinks)], Poster & ~P.EmbedLinks },
        { "the member comes last", Poster, [Role(Editors, deny: P.EmbedLinks), Member(Bot, allow: P.EmbedLinks)], Poster },
        { "overwrites of others do not matter", Poster, [Role(new(99), deny: P.ViewChannel), Member(new(98), deny: P.ViewChannel)], Poster },
        { "a user with the id of a role is no role", Poster, [Member(Editors, deny: P.ViewChannel)], Poster },
        { "who cannot see can do nothing", Poster, [Role(Everyone, deny: P.ViewChannel)], P.None },
        { "who cannot send cannot embed either", Poster | P.AttachFiles | P.MentionEveryone, [Role(Everyone, deny: P.SendMessages)], Reader },
        { "an administrator is above overwrites", P.Administrator, [Role(Everyone, deny: P.ViewChannel)], EffectivePermissions.All },
        { "bits without a name are kept", Poster | (P)(1UL << 45), [], Poster | (P)(1UL << 45) },
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public void In_a_channel(string rule, P everyone, PermissionOverwrite[] overwrites, P expected) =>
        Assert.Equal((rule, expected), (rule, In(everyone, new() { Id = new(42), PermissionOverwrites = overwrites })));

    [Fact]
    public void Roles_add_up()
    {
        var guild = Newsroom(Reader) with { Roles = [new() { Id = Everyone, Permissions = Reader }, new() { Id = Editors, Permissions = P.SendMessages }, new() { Id = new(22), Permissions = P.ManageGuild }] };
        Assert.Equal(Reader | P.SendMessages, EffectivePermissions.InGuild(guild, Bot, Desk()));
    }

    [Fact]
    public void The_owner_may_do_everything() => Assert.Equal(
        EffectivePermissions.All,
        EffectivePermissions.InChannel(Newsroom(P.None) with { OwnerId = Bot }, new() { Id = new(42), PermissionOverwrites = [Member(Bot, deny: P.ViewChannel)] }, Bot, Desk(), Now));

    [Theory]
    [InlineData(1, Reader)]
    [InlineData(0, Poster)]
    [InlineData(-1, Poster)]
    public void Who_is_timed_out_can_only_look_on(int minutes, P expected) =>
        Assert.Equal(expected, In(Poster, new() { Id = new(42) }, Desk() with { CommunicationDisabledUntil = Now + TimeSpan.FromMinutes(minutes) }));

    [Fact]
    public void A_timeout_does_not_bind_an_administrator() =>
        Assert.Equal(EffectivePermissions.All, In(P.Administrator, new() { Id = new(42) }, Desk() with { CommunicationDisabledUntil = Now + TimeSpan.FromDays(1) }));

    [Theory]
    [InlineData(ChannelType.GuildVoice, P.None)]
    [InlineData(ChannelType.GuildStageVoice, P.None)]
    [InlineData(ChannelType.GuildText, Poster)]
    public void Who_cannot_connect_can_do_nothing_where_people_speak(ChannelType type, P expected) =>
        Assert.Equal(expected, In(Poster, new() { Id = new(42), Type = type }));

    [Theory]
    [InlineData(Poster | P.SendMessagesInThreads, Poster | P.SendMessagesInThreads)]
    [InlineData(Reader | P.EmbedLinks | P.SendMessagesInThreads, Poster | P.SendMessagesInThreads)]
    [InlineData(Poster, Reader)]
    [InlineData(P.SendMessagesInThreads, P.None)]
    public void In_a_thread_another_permission_sends(P everyone, P expected) =>
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

    static PermissionOverwrite Role(Snowflake id, P allow = P.None, P deny = P.None) => new() { Id = id, Type = PermissionOverwriteType.Role, Allow = allow, Deny = deny };

    static PermissionOverwrite Member(Snowflake id, P allow = P.None, P deny = P.None) => new() { Id = id, Type = PermissionOverwriteType.Member, Allow = allow, Deny = deny };
}
