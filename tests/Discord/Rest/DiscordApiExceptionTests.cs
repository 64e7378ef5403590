using System.Net;
using System.Text;

namespace Discord.Tests.Rest;

public sealed class DiscordApiExceptionTests
{
    static readonly Route Post = Route.Post($"/channels/{new Snowflake(42)}/messages");

    [Theory]
    [InlineData(403, """{"message":"Missing Access","code":50001}""",
        "POST /channels/42/messages: 403 Missing Access (50001). Give the bot View Channel and Send Messages in that channel.")]
    [InlineData(400, """{"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length."}]}}}}}""",
        "POST /channels/42/messages: 400 Invalid Form Body (50035): embeds.0.title: Must be 256 or fewer in length.")]
    [InlineData(400, """{"code":50035,"message":"Invalid Form Body","errors":{"_errors":[{"code":"APPLICATION_COMMAND_TOO_LARGE","message":"Command exceeds maximum size (8000)"}]}}""",
        "POST /channels/42/messages: 400 Invalid Form Body (50035): Command exceeds maximum size (8000)")]
    [InlineData(401, """{"message":"401: Unauthorized","code":0}""",
        "POST /channels/42/messages: 401 Unauthorized. Discord does not accept the bot's token. Copy it again from the developer portal and set Discord:Token in the settings, or DISCORD__TOKEN in the environment.")]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""",
        "POST /channels/42/messages: 404 Unknown Channel (10003). The channel was deleted. Choose another.")]
    [InlineData(403, "<html>blocked</html>", "POST /channels/42/messages: 403 Forbidden.")]
    [InlineData(400, """{"message":"Invalid","code":50035,"errors":"odd"}""", "POST /channels/42/messages: 400 Invalid (50035).")]
    public void Says_what_was_refused_why_and_what_to_do(int status, string body, string message) =>
        Assert.Equal(message, Refused(status, body).Message);

    [Theory]
    [InlineData("followers", 50013, "Give the bot Manage Webhooks in the channel that follows.")]
    [InlineData("private threads", 50013, "Give the bot Manage Threads and Read Message History there.")]
    [InlineData("thread", 50013, "Give the bot Manage Threads there.")]
    [InlineData("message", 50013, "Give the bot Send Messages and Embed Links in that channel, Attach Files for files, and Send Messages in Threads for a thread.")]
    [InlineData("history", 50001, "Give the bot View Channel and Read Message History there.")]
    [InlineData("guild", 50001, "Invite the bot to that guild with the scopes bot and applications.commands.")]
    public void Names_the_permission_that_what_was_asked_for_needs(string asked, int code, string remedy)
    {
        var id = new Snowflake(42);
        var route = asked switch
        {
            "followers" => Route.Post($"/channels/{id}/followers"),
            "private threads" => Route.Get($"/channels/{id}/threads/archived/private?limit={5}"),
            "thread" => Route.Patch($"/channels/{id}"),
            "history" => Route.Get($"/channels/{id}/messages?limit={5}"),
            "guild" => Route.Put($"/applications/{id}/guilds/{id}/commands"),
            _ => Post,
        };

        var fault = DiscordApiException.From(route, new() { Status = HttpStatusCode.Forbidden }, Encoding.UTF8.GetBytes($$"""{"message":"No","code":{{code}}}"""));

        Assert.EndsWith($"({code}). {remedy}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Knows_its_parts()
    {
        var fault = Refused(400, """{"code":50035,"message":"Invalid Form Body","errors":{"content":{"_errors":[{"message":"One."},{"message":"Two."}]}}}""");

        Assert.Equal((HttpStatusCode.BadRequest, DiscordError.InvalidFormBody), (fault.Status, fault.Code));
        Assert.Equal(("POST", "/channels/42/messages"), (fault.Method, fault.Route));
        Assert.Equal(["content: One.", "content: Two."], fault.FieldErrors);
    }

    static DiscordApiException Refused(int status, string body) =>
        DiscordApiException.From(Post, new() { Status = (HttpStatusCode)status }, Encoding.UTF8.GetBytes(body));
}
