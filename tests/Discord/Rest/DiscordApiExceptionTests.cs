using System.Net;
using System.Text;
using Discord.Models;
using Discord.Rest;

namespace Discord.Tests.Rest;

public sealed class DiscordApiExceptionTests
{
    static readonly Route Post = Route.Post($"/channels/{new Snowflake(42)}/messages");

    [Theory]
    [InlineData(403, """{"message":"Missing Access","code":50001}""",
        "403 Missing Access (50001). Give the bot View Channel and Send Messages in that channel.")]
    [InlineData(400, """
        {"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[
         {"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}
        """, "400 Invalid Form Body (50035): embeds.0.title: Must be 256 or fewer in length.")]
    [InlineData(400, """
        {"code":50035,"message":"Invalid Form Body","errors":{"_errors":[
         {"code":"APPLICATION_COMMAND_TOO_LARGE","message":"Command exceeds maximum size (8000)"}]}}
        """, "400 Invalid Form Body (50035): Command exceeds maximum size (8000)")]
    [InlineData(400, """
        {"code":50035,"message":"Invalid Form Body","errors":{"content":{"_errors":[{"message":"One."},{"message":"Two."}]}}}
        """, "400 Invalid Form Body (50035): content: One. content: Two.")]
    [InlineData(401, """{"message":"401: Unauthorized","code":0}""",
        "401 Unauthorized. Discord does not accept the bot's token. Copy the token from the developer portal again "
        + "and set Discord:Token in the settings or DISCORD__TOKEN in the environment.")]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""",
        "404 Unknown Channel (10003). The channel was deleted. Choose another.")]
    [InlineData(403, "<html>blocked</html>", "403 Forbidden.")]
    [InlineData(400, """{"message":"Invalid","code":50035,"errors":"odd"}""", "400 Invalid (50035).")]
    public void Message_has_the_route_the_reason_and_the_remedy(int status, string body, string message) =>
        Assert.Equal($"POST /channels/42/messages: {message}", Rejected(status, body).Message);

    [Theory]
    [
        InlineData(
            403,
            """{"message":"Missing Access","code":50001}""",
            "Missing Access. Give the bot View Channel and Send Messages in that channel.")
    ]
    [InlineData(400, """{"message":"Cannot reply","code":160001}""", "Cannot reply.")]
    [InlineData(400, """{"message":"Invalid Form Body","code":50035,"errors":{"content":{"_errors":[{"message":"Too long."}]}}}""",
        "Invalid Form Body: content: Too long.")]
    public void Explanation_has_no_route_status_or_code(int status, string body, string explanation) =>
        Assert.Equal(explanation, Rejected(status, body).Explanation);

    [Theory]
    [InlineData("followers", 50013, "Give the bot Manage Webhooks in the channel that follows.")]
    [InlineData("thread", 50013, "Give the bot Manage Threads in that channel.")]
    [InlineData("message", 50013, "Give the bot Send Messages and Embed Links in that channel, Attach Files for files, "
        + "and Send Messages in Threads for threads.")]
    [InlineData("history", 50001, "Give the bot View Channel and Read Message History in that channel.")]
    [InlineData("guild", 50001, "Invite the bot to that server with the scopes bot and applications.commands.")]
    public void Remedy_names_the_permission_that_the_request_needs(string request, int code, string remedy)
    {
        var id = new Snowflake(42);
        var route = request switch
        {
            "followers" => Route.Post($"/channels/{id}/followers"),
            "thread" => Route.Patch($"/channels/{id}"),
            "history" => Route.Get($"/channels/{id}/messages?limit={5}"),
            "guild" => Route.Get($"/guilds/{id}"),
            _ => Post,
        };

        var fault = Rejected(403, $$"""{"message":"No","code":{{code}}}""", route);

        Assert.Equal((HttpStatusCode.Forbidden, code, $"No. {remedy}"), (fault.Status, fault.Code, fault.Explanation));
        Assert.EndsWith($"({code}). {remedy}", fault.Message, StringComparison.Ordinal);
    }

    static DiscordApiException Rejected(int status, string body, Route? route = null) =>
        DiscordApiException.From(route ?? Post, new() { Status = (HttpStatusCode)status }, Encoding.UTF8.GetBytes(body));
}
