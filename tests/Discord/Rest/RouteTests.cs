using Discord.Models;
using Discord.Rest;

namespace Discord.Tests.Rest;

public sealed class RouteTests
{
    static readonly Snowflake Channel = new(42);

    [Theory]
    [InlineData("http://127.0.0.1:5000/api/v10")]
    [InlineData("http://127.0.0.1:5000/api/v10/")]
    public void Address_combines_the_base_and_the_path(string apiBase) => Assert.Equal(
        "http://127.0.0.1:5000/api/v10/channels/42/messages?limit=5",
        Route.Get($"/channels/{Channel}/messages?limit={5}").Address(new(apiBase)).AbsoluteUri);

    [Fact]
    public void Routes_with_different_ids_share_a_template_but_not_a_major_parameter()
    {
        var one = Route.Patch($"/channels/{Channel}/messages/{new Snowflake(1)}");
        var other = Route.Patch($"/channels/{new Snowflake(43)}/messages/{new Snowflake(2)}");

        Assert.Equal("PATCH /channels/{0}/messages/{1}", one.Template);
        Assert.Equal(one.Template, other.Template);
        Assert.Equal(("/channels/42", "/channels/43"), (one.Major, other.Major));
    }

    [Fact]
    public void Interaction_token_is_only_in_the_address()
    {
        var route = Route.Post($"/interactions/{new Snowflake(7)}/{new InteractionToken("se/cret")}/callback");

        Assert.True(route.IsInteraction);
        Assert.Equal(
            "https://discord.com/api/v10/interactions/7/se%2Fcret/callback",
            route.Address(new("https://discord.com/api/v10")).AbsoluteUri);
        Assert.Equal("POST /interactions/7/…/callback", route.ToString());
    }

    [Fact]
    public void Query_is_not_printed() =>
        Assert.Equal("GET /channels/42/messages", Route.Get($"/channels/{Channel}/messages?limit={5}").ToString());
}
