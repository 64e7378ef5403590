using System.Text.Json.Nodes;
using LocalDiscord.Rules;
using LocalDiscord.Wire;
using Shared;

namespace LocalDiscord.Tests.Rules;

public sealed class IdFieldsTests
{
    const ulong Id = 1214128805157797889;

    /// <summary>Requests that no route of the local Discord takes, and whose fields have names of their own.</summary>
    static readonly string[] Elsewhere =
    [
        "/auto-moderation/", "/lobbies", "/onboarding", "/partner-sdk/", "/prune", "/guilds/{guild_id}/channels.*",
        "/guilds/{guild_id}/roles",
    ];

    public static TheoryData<string> Places =>
    [
        "parent_id", "recipient_id", "webhook_channel_id", "guild_id", "0.id",
        "message_reference.message_id", "message_reference.channel_id", "message_reference.guild_id",
        "allowed_mentions.users.0", "allowed_mentions.roles.1", "data.allowed_mentions.users.0", "message.allowed_mentions.roles.0",
        "attachments.0.id", "data.attachments.0.id", "sticker_ids.0", "applied_tags.0", "messages.0", "user_ids.0",
        "permission_overwrites.0.id", "permissions.0.id", "available_tags.0.id", "available_tags.0.emoji_id",
        "default_reaction_emoji.emoji_id", "components.0.components.0.emoji.id", "components.0.components.0.sku_id",
        "components.0.component.default_values.0.id",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Number_counts_as_the_same_id_as_its_text(string place)
    {
        var (number, text) = (With(place, Id), With(place, $"{Id}"));

        IdFields.Read(number);
        IdFields.Read(text);

        Assert.Equal(text.ToJsonString(), number.ToJsonString());
        Assert.Contains($"\"{Id}\"", number.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_no_id_is_reported_with_its_place(string place)
    {
        var error = Assert.Throws<DiscordException>(() => IdFields.Read(With(place, "general")));

        Assert.Equal((400, 50035), (error.Status, error.ToJson().Whole("code")));
        var node = error.ToJson()["errors"]!;
        foreach (var step in place.Split('.'))
            node = node[step]!;
        Assert.Equal(
            """[{"code":"NUMBER_TYPE_COERCE","message":"Value \u0022general\u0022 is not snowflake."}]""", node["_errors"]!.ToJsonString());
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("1e20")]
    [InlineData("18446744073709551616")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\" 5\"")]
    public void Only_whole_numbers_of_64_bits_are_ids(string value) =>
        Assert.Throws<DiscordException>(() => IdFields.Read(JsonNode.Parse($$"""{"parent_id":{{value}}}""")));

    [Theory]
    [InlineData("""{"parent_id":null}""")]
    [InlineData("""{"custom_id":"5","data":{"custom_id":"press"}}""")]
    [InlineData("""{"components":[{"id":1,"components":[{"id":2}],"accessory":{"id":3}}]}""")]
    [InlineData("""{"embeds":[{"fields":[{"name":"parent_id","value":"x"}]}],"flags":64,"options":[{"min_value":5}]}""")]
    public void Everything_else_stays_as_it_is(string body)
    {
        var read = JsonNode.Parse(body);

        IdFields.Read(read);

        Assert.Equal(body, read!.ToJsonString());
    }

    [Fact]
    public void Every_field_that_the_OpenAPI_document_calls_a_snowflake_is_an_id()
    {
        var file = Path.Combine(Checkout.Root, "../shared/discord-openapi.json");
        Assert.SkipUnless(File.Exists(file), "needs Discord's OpenAPI document in ../shared");
        var places = new OpenApiSnowflakes(JsonNode.Parse(File.ReadAllBytes(file))!).InRequests()
            .Where(place => !Elsewhere.Any(part => place.Route.Contains(part, StringComparison.Ordinal)))
            .Select(place => place.Field).Distinct().ToList();

        Assert.True(places.Count > 50, $"The document has {places.Count} of them.");
        Assert.All(places, place => Assert.Throws<DiscordException>(() => IdFields.Read(With(place, "general"))));
    }

    /// <summary>A body with a value at a place; a number in the place stands for an item of a list.</summary>
    static JsonNode With(string place, JsonNode value)
    {
        var node = value;
        foreach (var step in place.Split('.').Reverse())
            node = int.TryParse(step, out var index)
                ? new JsonArray([.. Enumerable.Range(0, index).Select(_ => (JsonNode?)"1"), node])
                : new JsonObject { [step] = node };
        return node;
    }
}
