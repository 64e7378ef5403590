using LocalDiscord.Guilds;

namespace LocalDiscord.Tests.Api;

/// <summary>Some libraries send ids as numbers. <c>IdFieldsTests</c> has every field; these are the routes that read them.</summary>
public sealed class NumericIdTests
{
    const string General = "channels/" + Seed.GeneralChannelId;

    [Fact]
    public async Task Number_chooses_the_category_and_the_overwrites_of_a_new_channel()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_CHANNELS","MANAGE_ROLES"]}""");

        var channel = await discord.ApiAsync("POST", $"guilds/{Seed.GuildId}/channels", $$"""
            {"name":"desk","parent_id":{{Seed.CommunityCategoryId}},
             "permission_overwrites":[{"id":{{Seed.ModeratorRoleId}},"type":0,"deny":"1024"}]}
            """);

        Assert.Equal(
            (Seed.CommunityCategoryId, Seed.ModeratorRoleId),
            (channel["parent_id"], channel.Json["permission_overwrites"]![0]!["id"]!.ToString()));
    }

    [Fact]
    public async Task Number_allows_a_mention()
    {
        await using var discord = await TestDiscord.StartAsync();

        var message = await discord.SendAsync(
            $$$"""{"content":"<@{{{Seed.MemberId}}}>","allowed_mentions":{"users":[{{{Seed.MemberId}}}]}}""");

        Assert.Equal(Seed.MemberId, message.Json["mentions"]![0]!["id"]!.ToString());
    }

    [Fact]
    public async Task Number_tags_a_post()
    {
        await using var discord = await TestDiscord.StartAsync();

        var post = await discord.ApiAsync("POST", $"channels/{Seed.ForumChannelId}/threads",
            $$"""{"message":{"content":"hi"},"name":"storm","applied_tags":[{{Seed.WeatherTagId}}]}""");

        Assert.Equal(Seed.WeatherTagId, post.Json["applied_tags"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Number_chooses_the_message_to_reply_to_and_those_to_delete()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_MESSAGES"]}""");
        var first = await discord.SendAsync("""{"content":"first"}""");

        var reply = await discord.SendAsync($$$"""{"content":"second","message_reference":{"message_id": {{{first["id"]}}} }}""");
        var deleted = await discord.ApiAsync(
            "POST", $"{General}/messages/bulk-delete", $$"""{"messages":[{{first["id"]}},"{{reply["id"]}}"]}""");

        Assert.Equal(first["id"], reply.Json["referenced_message"]!["id"]!.ToString());
        Assert.Equal(204, deleted.Status);
        Assert.Empty((await discord.ApiAsync("GET", $"{General}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task Number_chooses_a_recipient_and_a_follower()
    {
        await using var discord = await TestDiscord.StartAsync();
        await discord.PageAsync("POST", "faults", """{"role":"News Desk","allow":["MANAGE_WEBHOOKS"]}""");

        var directMessages = await discord.ApiAsync("POST", "users/@me/channels", $$"""{"recipient_id":{{Seed.MemberId}}}""");
        var following = await discord.ApiAsync(
            "POST", $"channels/{Seed.AnnouncementsChannelId}/followers", $$"""{"webhook_channel_id":{{Seed.GeneralChannelId}}}""");

        Assert.Equal(Seed.MemberId, directMessages.Json["recipients"]![0]!["id"]!.ToString());
        Assert.Equal(200, following.Status);
    }

    [Fact]
    public async Task Number_means_the_same_id_on_the_page()
    {
        await using var discord = await TestDiscord.StartAsync();

        var written = await discord.PageAsync(
            "POST", $"channels/{Seed.GeneralChannelId}/messages", $$"""{"as":{{Seed.OwnerId}},"content":"hi"}""");
        var decided = await discord.PageAsync(
            "PUT", "command-permissions", $$"""{"permissions":[{"id":{{Seed.MemberId}},"type":2,"permission":false}]}""");

        Assert.Equal(Seed.OwnerId, written.Json["author"]!["id"]!.ToString());
        Assert.Equal(Seed.MemberId, decided.Json["permissions"]![0]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("GET", "channels/general", "channel_id")]
    [InlineData("GET", General + "/messages/first", "message_id")]
    [InlineData("GET", General + "/messages?before=now", "before")]
    [InlineData("GET", "guilds/here", "guild_id")]
    [InlineData("GET", "users/mira", "user_id")]
    [InlineData("PUT", General + "/permissions/editors", "overwrite_id")]
    [InlineData("DELETE", $"applications/{Seed.ApplicationId}/commands/latest", "command_id")]
    public async Task What_is_no_id_is_reported_in_the_path_and_in_the_query(string method, string path, string place)
    {
        await using var discord = await TestDiscord.StartAsync();

        var reply = await discord.ApiAsync(method, path, method == "PUT" ? """{"type":0}""" : null);

        Assert.Equal((400, 50035), (reply.Status, reply.Code));
        Assert.Equal([$"{place} NUMBER_TYPE_COERCE"], reply.Problems);
    }
}
