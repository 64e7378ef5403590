using System.Text.Json;
using Discord.Models;

namespace Discord.Tests.Models;

/// <summary>Reads and writes the documentation's components.</summary>
public sealed class ComponentTests
{
    [Fact]
    public void Card_matches_the_documentation() => AssertJson(Examples.Card, new CreateMessage
    {
        Flags = MessageFlags.IsComponentsV2,
        Components =
        [
            new Container
            {
                AccentColor = 0x3498DB,
                Components =
                [
                    new Section
                    {
                        Components =
                        [
                            new TextDisplay { Content = "### [Headline](https://ex.org/a)" },
                            new TextDisplay { Content = "Summary…" },
                        ],
                        Accessory = new Thumbnail { Media = new("https://ex.org/a.jpg"), Description = "alt text" },
                    },
                    new Separator { Divider = true, Spacing = SeparatorSpacing.Small },
                    new MediaGallery { Items = [new() { Media = new("https://ex.org/b.jpg") }] },
                    new TextDisplay { Content = "-# Source · <t:1754400000:R>" },
                    ActionRow.Of(
                        new Button { Style = ButtonStyle.Link, Label = "Read", Url = "https://ex.org/a" },
                        new Button { Style = ButtonStyle.Secondary, Label = "Mute feed", CustomId = "mute:42" }),
                ],
            },
        ],
    });

    [Fact]
    public void Card_survives_a_round_trip()
    {
        var card = JsonSerializer.Deserialize(Examples.Card, DiscordJson.Default.CreateMessage)!;
        AssertJson(Examples.Card, card);
        Assert.Equal(11, Component.All(card.Components!).Count());
        Assert.Equal(3, Component.All(card.Components!).OfType<TextDisplay>().Count());
    }

    [Fact]
    public void Reads_a_card_with_unknown_fields_and_types()
    {
        var message = JsonSerializer.Deserialize("""
            {"id":"1","channel_id":"2","flags":32768,"components":[{"type":17,"id":1,"accent_color":null,"spoiler":false,"components":[
              {"type":11,"id":2,"media":{"url":"https://ex.org/a.jpg","proxy_url":"https://cdn.example/a","width":1,"height":1,"flags":0}},
              {"type":99,"id":3,"file":{"url":"attachment://a.pdf"}}]}]}
            """, DiscordJson.Default.Message)!;
        var container = Assert.IsType<Container>(Assert.Single(message.Components));
        Assert.Equal((1, "https://ex.org/a.jpg"), (container.Id, Assert.IsType<Thumbnail>(container.Components[0]).Media.Url));
        Assert.Equal(typeof(Component), container.Components[1].GetType());
    }

    [Fact]
    public void File_in_a_card_is_written_and_read()
    {
        AssertJson(
            """{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":13,"file":{"url":"attachment://a.pdf"}}]}""",
            new() { Flags = MessageFlags.IsComponentsV2, Components = [new FileComponent { File = new("attachment://a.pdf") }] });
        var read = JsonSerializer.Deserialize("""
            {"type":13,"id":3,"file":{"url":"https://ex.org/a.pdf","proxy_url":"https://cdn.example/a"},"name":"a.pdf","size":1024}
            """, DiscordJson.Default.Component);
        Assert.Equal("https://ex.org/a.pdf", Assert.IsType<FileComponent>(read).File.Url);
    }

    [Fact]
    public void Modal_with_every_component_survives_a_round_trip()
    {
        var form = JsonSerializer.Deserialize(Examples.Form, DiscordJson.Default.InteractionCallbackData)!;
        var written = JsonSerializer.SerializeToElement(form, DiscordJson.Default.InteractionCallbackData);
        var expected = JsonElement.Parse(Examples.Form.Replace("\"flags\":0,", "", StringComparison.Ordinal));
        Assert.True(JsonElement.DeepEquals(expected, written), written.ToString());
        Assert.Equal(8, Component.All(form.Components!).OfType<Label>().Count());
    }

    [Fact]
    public void Modal_answers_are_keyed_by_custom_id()
    {
        var data = JsonSerializer.Deserialize("""
            {"custom_id":"feed:add","components":[
             {"type":10,"id":9},
             {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"url","value":"https://ex.org"}},
             {"type":18,"id":3,"component":{"type":8,"id":4,"custom_id":"chan","values":["1210000000000000002"]}},
             {"type":18,"id":5,"component":{"type":3,"id":6,"custom_id":"topics","values":[]}},
             {"type":18,"id":7,"component":{"type":99,"id":8,"custom_id":"later","value":true}},
             {"type":18,"id":9,"component":{"type":19,"id":10,"custom_id":"photos","values":["1390000000000000001"]}},
             {"type":18,"id":11,"component":{"type":21,"id":12,"custom_id":"pace","value":"daily"}},
             {"type":18,"id":13,"component":{"type":21,"id":14,"custom_id":"tone","value":null}},
             {"type":18,"id":15,"component":{"type":22,"id":16,"custom_id":"days","values":["mon","fri"]}},
             {"type":18,"id":17,"component":{"type":23,"id":18,"custom_id":"quiet","value":true}},
             {"type":18,"id":19,"component":{"type":23,"id":20,"custom_id":"loud","value":false}},
             {"type":1,"components":[{"type":4,"custom_id":"old","value":"form"}]}],
             "resolved":{"channels":{"1210000000000000002":{"id":"1210000000000000002","type":5,"name":"news","guild_id":"12"}},
              "attachments":{"1390000000000000001":{"id":"1390000000000000001",
                "filename":"quay.png","size":1024,"url":"https://ex.org/quay.png"}}}}
            """, DiscordJson.Default.InteractionData)!;

        var answers = data.Answers();

        Assert.Equal(["https://ex.org"], answers["url"]);
        Assert.Equal("news", data.Resolved!.Channels[Snowflake.Parse(Assert.Single(answers["chan"]))].Name);
        Assert.Empty(answers["topics"]);
        Assert.Equal(["form"], answers["old"]);
        Assert.Equal("quay.png", data.Resolved.Attachments[Snowflake.Parse(Assert.Single(answers["photos"]))].Filename);
        Assert.Equal(["daily"], answers["pace"]);
        Assert.Empty(answers["tone"]);
        Assert.Equal(["mon", "fri"], answers["days"]);
        Assert.Equal(["true"], answers["quiet"]);
        Assert.Equal(["false"], answers["loud"]);
        Assert.Equal(10, answers.Count);
    }

    static void AssertJson(string expected, CreateMessage message)
    {
        var actual = JsonSerializer.SerializeToElement(message, DiscordJson.Default.CreateMessage);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), actual.ToString());
    }
}
