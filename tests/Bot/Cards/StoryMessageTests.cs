using System.Runtime.CompilerServices;
using System.Text.Json;
using Articles;
using Articles.Stories;
using Bot.Cards;
using Desk.Channels;
using Discord.Models;

namespace Bot.Tests.Cards;

public class StoryMessageTests
{
    static readonly CardState State = new() { Now = Sample.Now };

    [Fact]
    public void One_outlet_is_a_plain_card() => Approve(StoryMessage.For(Sample.Of(Sample.Lead, outlets: 1), State), "story-1-outlet");

    [Fact]
    public void Nine_outlets_stand_on_the_card_one_by_one() =>
        Approve(StoryMessage.For(Sample.Of(Sample.Lead, outlets: 9), State), "story-9-outlets");

    [Fact]
    public void Of_forty_outlets_the_best_stand_there_and_the_others_are_counted() =>
        Approve(StoryMessage.For(Sample.Of(Sample.Lead, outlets: 40), State), "story-40-outlets");

    [Fact]
    public void A_title_of_300_characters_is_cut_after_a_word()
    {
        var title = "Storm Marmalade, which had been expected to pass well north of the coast until late on Thursday evening, turned "
            + "south within 1 hour and cut the power to forty thousand homes between Kelm and Stannick, closed every school in the old "
            + "town, and left the ferry waiting outside the harbour mouth until ten";
        var lead = Sample.Lead with { Title = title };
        Assert.Equal(300, title.Length);

        Approve(StoryMessage.For(Sample.Of(lead, Own(lead), Sample.Line(1) with { Title = title }), State), "story-long-title");
    }

    [Fact]
    public void Arabic_stays_as_it_is_written()
    {
        var lead = Sample.Lead with
        {
            Title = "العاصفة مرمليد تقطع الكهرباء عن أربعين ألف منزل (131 كم/س)",
            Excerpt = "أسقطت الرياح خطوط الكهرباء بين كيلم وستانيك قبل الفجر، وتتوقع الشركة عودة التيار بحلول الظهر.",
            Provider = new("جريدة المرفأ", "harbourgazette.example"),
            Topics = ["الطاقة", "الطقس"],
        };

        Approve(StoryMessage.For(Sample.Of(lead, Own(lead),
            Sample.Line(1) with { Title = "تسع ساعات في الظلام: ما نعرفه حتى الآن",
            Provider = new("إذاعة أوسترل", "radio.example") }, Sample.Line(2)), State), "story-arabic");
    }

    [Fact]
    public void Emoji_stay_whole()
    {
        var lead = Sample.Lead with
        {
            Title = "🌪️ Storm Marmalade 👨‍👩‍👧‍👦 keeps 40,000 homes in the dark 🕯️🇳🇴",
            Excerpt = string.Concat(Enumerable.Repeat("👩🏽‍🚒 crews 🔌 ", 40)),
            Topics = ["⚡ Energy", "🌊 Tides"],
        };

        Approve(StoryMessage.For(Sample.Of(lead, Own(lead),
            Sample.Line(1) with { Title = "🦭 Seals 🎉 on the slipway :seal:",
            Provider = new("📻 Ostrel Radio", "radio.example") }), State), "story-emoji");
    }

    [Fact]
    public void Markdown_and_mentions_are_only_text()
    {
        var lead = Sample.Lead with
        {
            Title = "@everyone **Win** a [boat](https://evil.example) ~~now~~ <@&1> ||spoiler|| `code` # not big *",
            Excerpt = "# Big\n> quote <@42> <#1> </latest:1> <t:0:R> @here _thin_ see https://ex.org/a_b*c?x=1_2 and "
                + "https://ex.org/~~x~~ \\",
            Provider = new("*Gazette* @everyone", "gazette.example"),
            Topics = ["<@&1>", "**Topic**", "@everyone"],
        };

        Approve(
            StoryMessage.For(
                Sample.Of(
                    lead,
                    Own(lead),
                    Sample.Line(1) with { Title = "[half a bracket **and** ~~more~~ @here",
                        Link = new("https://radio.example/**a_(b)_[c]**"), Provider = new("**Radio** <@&1> *", "radio.example") },
                    Sample.Line(2) with { Title = "https://evil.example/_a_ [whole] brackets", Type = "*video*" }),
                State),
            "story-markdown");
    }

    [Fact]
    public void A_withdrawn_story_is_struck_through()
    {
        var lead = Sample.Lead with { Title = "Storm ~~Marmalade~~ cuts *power* ~" };

        var state = State with { IsWithdrawn = true, Pings = [new(new(5), [])] };
        Approve(StoryMessage.For(Sample.Of(lead, outlets: 9), state), "story-withdrawn");
    }

    [Fact]
    public void A_card_that_grew_says_when_and_to_how_many_outlets() =>
        Approve(StoryMessage.For(Sample.Of(Sample.Lead, outlets: 3), State with { Change = new(Changed, Outlets: 3) }), "story-updated");

    [Fact]
    public void A_corrected_headline_stays_readable()
    {
        var state = State with { Change = new(Changed, Outlets: 3, "Storm *Marmelade* cuts power") };
        var text = StoryMessage.For(Sample.Of(Sample.Lead, outlets: 3), state).Text();

        Assert.Contains(
            @"-# Corrected <t:1795520880:t>: the headline was “Storm \*Marmelade\* cuts power”", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CardLayout.Full)]
    [InlineData(CardLayout.Compact)]
    [InlineData(CardLayout.Headline)]
    [InlineData(CardLayout.Line)]
    public void Each_layout_shows_less_than_the_one_before(CardLayout layout) => Approve(
        StoryMessage.For(Sample.Of(Sample.Lead, outlets: 9), State with { Look = CardLook.Default with { Layout = layout } }),
        $"layout-{layout}".ToLowerInvariant());

    [Fact]
    public void What_a_moderator_turned_off_is_not_on_the_card()
    {
        var look = CardLook.Default with
        {
            Pictures = CardPictures.None, Excerpt = false, Buttons = false, CoverageRows = 1, Color = 0xABCDEF,
        };
        var message = StoryMessage.For(Sample.Of(Sample.Lead, outlets: 9), State with { Look = look });

        Approve(message, "story-bare");
        Assert.Equal(0xABCDEF, Assert.IsType<Container>(message.Components!.Single()).AccentColor);
    }

    [Fact]
    public void A_topic_has_its_color_on_every_card()
    {
        var colors = ((string[])["Energy", "energy", "Weather", "Sports"])
            .Select(topic => StoryMessage.For(Sample.Of(Sample.Lead with { Topics = [topic] }, 1), State).Components!.Single())
            .Select(card => Assert.IsType<Container>(card).AccentColor)
            .ToList();

        Assert.Equal(colors[0], colors[1]);
        Assert.Equal(3, colors.Distinct().Count());
    }

    /// <summary>Against the cards of the local Discord's page, which are Discord's.</summary>
    [Theory]
    [InlineData(0x2B2D31)]
    [InlineData(0xF2F3F5)]
    public void Every_color_stands_out_from_dark_and_light_cards(int card) => Assert.All(
        Enumerable.Range(0, 200).Select(number => TopicColor.Of($"topic {number}")).Distinct(),
        color => Assert.InRange(Contrast(color, card), 3, 21));

    static double Contrast(int one, int other)
    {
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    /// <summary>See https://www.w3.org/TR/WCAG22/#dfn-relative-luminance.</summary>
    static double Luminance(int color) =>
        (0.2126 * Linear(color >> 16)) + (0.7152 * Linear(color >> 8)) + (0.0722 * Linear(color));

    static double Linear(int channel) => (channel & 0xFF) / 255.0 is var part && part <= 0.04045
        ? part / 12.92
        : Math.Pow((part + 0.055) / 1.055, 2.4);

    [Fact]
    public void A_small_or_square_picture_stands_beside_the_headline()
    {
        Assert.IsType<MediaGallery>(Part(new(Picture, 1200, 630), 2));
        Assert.IsType<Section>(Part(new(Picture, 500, 500), 0));
        Assert.IsType<Section>(Part(new(Picture, 300, 150), 0));
        Assert.IsType<Section>(Part(new(Picture), 0));
        Assert.IsType<TextDisplay>(Part(new(Picture, 120, 80), 0));

        static Component Part(Image image, int at) => Assert.IsType<Container>(
            StoryMessage.For(Sample.Of(Sample.Lead with { Images = [image] }, 1), State).Components!.Single()).Components[at];
    }

    [Fact]
    public void A_role_is_told_why_it_is_called_when_a_card_is_posted_and_nobody_when_it_is_changed()
    {
        var story = Sample.Of(Sample.Lead, outlets: 3);
        var state = State with { Pings = [new(new(4711), [])], IsSilent = true };

        var posted = StoryMessage.For(story, state);
        var edited = StoryMessage.Edit(story, state);

        Assert.Equal("<@&4711> 3 outlets: Storm Marmalade cuts power to forty thousand homes",
            Assert.IsType<TextDisplay>(posted.Components![0]).Content);
        Assert.Equal(MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2, posted.Flags);
        Assert.Equal([new(4711)], posted.AllowedMentions.Roles!);
        Assert.Equal(([], null), (edited.AllowedMentions.Parse, edited.AllowedMentions.Roles));
    }

    [Fact]
    public void Several_roles_are_called_in_one_line_that_says_why_for_each()
    {
        CardPing[] pings = [new(new(1), []), new(new(2), ["Storms", "C#"], CountsOutlets: false), new(new(3), ["Rail"])];

        var posted = StoryMessage.For(Sample.Of(Sample.Lead, outlets: 3), State with { Pings = pings });

        Assert.Equal(
            "<@&1> 3 outlets · <@&2> Storms, C# · <@&3> Rail, 3 outlets: Storm Marmalade cuts power to forty thousand homes",
            Assert.IsType<TextDisplay>(posted.Components![0]).Content);
        Assert.Equal([new(1), new(2), new(3)], posted.AllowedMentions.Roles!);
        Assert.Empty(posted.AllowedMentions.Parse);
    }

    [Fact]
    public void An_edit_turns_a_card_of_an_earlier_version_into_components()
    {
        var edit = StoryMessage.Edit(Sample.Of(Sample.Lead, outlets: 3), State);
        using var json = JsonDocument.Parse(edit.ToJson());

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("content").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("embeds").GetArrayLength());
        Assert.Equal(32768, json.RootElement.GetProperty("flags").GetInt32());
    }

    [Fact]
    public void An_edit_to_a_withdrawn_story_clears_the_call_the_picture_and_the_buttons()
    {
        var edit = StoryMessage.Edit(Sample.Of(Sample.Lead, outlets: 3), State with { IsWithdrawn = true, Pings = [new(new(5), [])] });

        Assert.All(Component.All(edit.Components!), part => Assert.True(part is Container or TextDisplay));
        Assert.DoesNotContain(edit.Components!, part => part is TextDisplay);
    }

    [Fact]
    public void Channels_that_publish_keep_embeds()
    {
        var story = Sample.Of(Sample.Lead, outlets: 9);
        var message = StoryMessage.For(story, State with { IsEmbed = true, Pings = [new(new(5), [])] });

        Approve(message, "story-embed");
        Assert.Equal((MessageFlags.None, "<@&5>"), (message.Flags, message.Content));
        Assert.True(StoryMessage.IsOf(story, Posted(message with { Components = [] })));
        Assert.Empty(StoryMessage.Edit(story, State with { IsEmbed = true, IsWithdrawn = true }).Components!);
    }

    [Fact]
    public void An_outlet_with_several_texts_has_one_row_and_reprints_are_only_named()
    {
        var own = Own(Sample.Lead) with { Reprints = [Sample.Line(1), Sample.Line(2)] };
        CoverageLine[] lines = [own, Sample.Line(5), Sample.Line(5) with { Title = "And again", Link = new("https://outlet5.example/2") }];

        var text = StoryMessage.For(Sample.Of(Sample.Lead, lines), State).Text();

        Assert.Contains("**4 outlets**", text, StringComparison.Ordinal);
        Assert.Single(text.Split("**The Tidal Post**").Skip(1));
        Assert.Contains(
            "-# More: [Ostrel\u00A0Radio](https://outlet1.example/storm/1)\u00A0· [The\u00A0Lantern]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_of_the_only_outlet_is_listed_without_its_name()
    {
        var second = Own(Sample.Lead) with { Title = "Second text", ArticleId = null, Link = new("https://harbourgazette.example/2") };
        var text = StoryMessage.For(Sample.Of(Sample.Lead, Own(Sample.Lead), second), State).Text();

        Assert.Contains("**More on this**\n│ [Second text](https://harbourgazette.example/2)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23, "23 minutes earlier")]
    [InlineData(60, "1 hour earlier")]
    [InlineData(60 * 50, "2 days earlier")]
    public void Who_was_first_is_said_where_it_was_another(int minutes, string earlier)
    {
        var first = Sample.Line(3) with { PublishedAt = Sample.Lead.PublishedAt.AddMinutes(-minutes) };

        Assert.Contains($"**2 outlets** · first: Kelm Courier, {earlier}",
            StoryMessage.For(Sample.Of(Sample.Lead, Own(Sample.Lead), first), State).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_can_not_be_are_not_shown()
    {
        var lead = Sample.Lead with { PublishedAt = Sample.Now.AddDays(3) };
        CoverageLine[] lines = [Own(lead), Sample.Line(1) with { PublishedAt = Sample.Now.AddMinutes(1) },
            Sample.Line(2) with { PublishedAt = default(DateTimeOffset) }];

        var text = StoryMessage.For(Sample.Of(lead, lines), State).Text();

        Assert.DoesNotContain("<t:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("first:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_is_known_by_its_buttons_by_its_numbers_or_by_the_link_of_any_of_its_articles()
    {
        var lead = Sample.Lead with { PublicKey = (1L << 62) + 4711_000_000_001_234 };
        var story = Sample.Of(lead, outlets: 3);
        var other = Sample.Of(lead with { Id = 8, PublicKey = 8, WebUrl = new("https://other.example/") }, outlets: 3);
        var card = Posted(StoryMessage.For(story, State));
        var bare = Posted(StoryMessage.For(story, State with { Look = CardLook.Default with { Buttons = false } }));
        var line = Posted(StoryMessage.For(story, State with { Look = CardLook.Default with { Layout = CardLayout.Line } }));

        Assert.All([card, bare, line], message => Assert.True(StoryMessage.IsOf(story, message)));
        Assert.All([card, bare], message => Assert.Equal(lead.PublicKey, StoryMessage.KeyOn(message)));
        Assert.Null(StoryMessage.KeyOn(line));
        Assert.All([card, bare, line], message => Assert.False(StoryMessage.IsOf(other, message)));
        Assert.True(StoryMessage.IsOf(other with { Articles = [other.Lead, lead] }, line));
    }

    [Fact]
    public void A_withdrawn_post_is_known_by_its_title()
    {
        var story = Sample.Of(Sample.Lead, outlets: 3);

        Assert.True(StoryMessage.IsOf(story, Posted(StoryMessage.For(story, State with { IsWithdrawn = true }))));
    }

    [Fact]
    public void A_title_that_can_not_be_seen_and_a_link_that_is_too_long_still_make_a_message()
    {
        var lead = new Article { Path = "a.md", Title = "\u202e\u0007", PublishedAt = Sample.Now,
            WebUrl = new("https://gazette.example/" + new string('x', 3000)) };

        var message = StoryMessage.For(Sample.Of(lead, Own(lead)), State);

        Assert.StartsWith("│ ## gazette.example\n", message.Text(), StringComparison.Ordinal);
        Assert.Equal(["Follow"], Component.All(message.Components!).OfType<Button>().Select(button => button.Label));
        Assert.Empty(MessageLimits.Problems(message));
    }

    [Fact]
    public void Picture_is_shown_from_where_it_is_told_and_the_next_one_takes_its_place_where_it_is_left_out()
    {
        var next = new Uri("https://harbourgazette.example/next.jpg");
        var story = Sample.Of(Sample.Lead with { Images = [new(Picture, 1200, 630), new(next, 600, 600)] }, outlets: 3);

        Assert.Equal(["attachment://a.jpg"], Shown(story, new() { [Picture.AbsoluteUri] = "attachment://a.jpg" }));
        Assert.Equal([next.AbsoluteUri], Shown(story, new() { [next.AbsoluteUri] = next.AbsoluteUri }));
        Assert.Empty(Shown(story, []));
        Assert.Equal([Picture.AbsoluteUri], Shown(story, urls: null));
    }

    static List<string> Shown(Story story, Dictionary<string, string>? urls)
    {
        var (card, embed) = (State with { Pictures = urls }, State with { Pictures = urls, IsEmbed = true });
        var shown = MessagePictures.Of(embeds: null, StoryMessage.For(story, card).Components).ToList();
        Assert.Equal(shown, MessagePictures.Of(StoryMessage.For(story, embed).Embeds, components: null));
        return shown;
    }

    static readonly DateTimeOffset Changed = Sample.Now.AddMinutes(-12);

    static readonly Uri Picture = new("https://harbourgazette.example/storm.jpg");

    static CoverageLine Own(Article lead) => Sample.Of(lead, outlets: 1).Coverage.Lines.Single();

    static Message Posted(CreateMessage message) => new()
    {
        Id = new(1), ChannelId = new(2), Embeds = message.Embeds ?? [], Components = message.Components ?? [], Flags = message.Flags,
    };

    static void Approve(CreateMessage message, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(MessageLimits.Problems(message));
        message.Approve(name, test);
    }
}
