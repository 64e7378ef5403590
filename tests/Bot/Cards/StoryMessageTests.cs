using System.Runtime.CompilerServices;
using Articles;
using Articles.Stories;
using Bot.Cards;
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

        Approve(StoryMessage.For(Sample.Of(lead, outlets: 9),
            State with { IsWithdrawn = true, UpdatedAt = Sample.Now.AddMinutes(-4), Role = new(5) }), "story-withdrawn");
    }

    [Fact]
    public void A_card_that_changed_says_when() =>
        Approve(StoryMessage.For(Sample.Of(Sample.Lead, outlets: 3), State with { UpdatedAt = Sample.Now.AddMinutes(-12) }),
        "story-updated");

    [Fact]
    public void A_role_is_called_when_a_card_is_posted_and_never_when_it_is_changed()
    {
        var story = Sample.Of(Sample.Lead, outlets: 3);
        var state = State with { Role = new(4711), IsSilent = true };

        var posted = StoryMessage.For(story, state);
        var edited = StoryMessage.Edit(story, state);

        Assert.Equal(("<@&4711>", MessageFlags.SuppressNotifications), (posted.Content, posted.Flags));
        Assert.Equal([new(4711)], posted.AllowedMentions.Roles!);
        Assert.Equal((null, null), (edited.Content, edited.Flags));
        Assert.Equal(([], null), (edited.AllowedMentions.Parse, edited.AllowedMentions.Roles));
    }

    [Fact]
    public void An_edit_to_a_withdrawn_story_clears_the_call_and_the_buttons()
    {
        var edit = StoryMessage.Edit(Sample.Of(Sample.Lead, outlets: 3), State with { IsWithdrawn = true });

        Assert.Equal("", edit.Content);
        Assert.Equal([], edit.Components!);
        Assert.Null(edit.Embeds!.Single().Image);
    }

    [Fact]
    public void The_first_the_best_and_the_latest_are_buttons_where_they_are_not_the_lead()
    {
        var lead = Sample.Lead with { Quality = 10, PublishedAt = Sample.Now.AddHours(-2) };
        var first = Sample.Line(1) with { PublishedAt = Sample.Now.AddHours(-3), Quality = 50 };
        var latest = Sample.Line(2) with { PublishedAt = Sample.Now.AddHours(-1), Quality = null, Type = "article" };

        Assert.Equal(["Read at The Harbour Gazette | First & Best: Ostrel Radio | Latest: The Lantern | All coverage (3) | Follow"],
            Labels(Sample.Of(lead, Own(lead), first, latest), State));
        Assert.Equal(["Read at The Harbour Gazette | Latest: The Lantern | All coverage (2) | Follow"],
            Labels(Sample.Of(Sample.Lead, Own(Sample.Lead), latest), State));
        Assert.Equal(["Read at The Harbour Gazette | All coverage (2) | Follow"],
            Labels(Sample.Of(Sample.Lead, Own(Sample.Lead), latest with { Link = null }), State));
    }

    [Fact]
    public void More_buttons_than_a_row_takes_are_two_rows_where_to_read_and_what_to_do()
    {
        var lead = Sample.Lead with { Quality = 10, PublishedAt = Sample.Now.AddHours(-2) };
        var first = Sample.Line(1) with { PublishedAt = Sample.Now.AddHours(-3), Quality = null };
        var best = Sample.Line(2) with { PublishedAt = null };
        var latest = Sample.Line(3) with { PublishedAt = Sample.Now.AddHours(-1), Quality = null };
        var story = Sample.Of(lead, Own(lead), first, best, latest);

        Assert.Equal(["Read at The Harbour Gazette | First: Ostrel Radio | Best: The Lantern | Latest: Kelm Courier",
            "All coverage (4) | Follow"], Labels(story, State));
    }

    [Fact]
    public void Who_has_the_same_text_as_the_lead_is_named_and_the_lead_itself_not_repeated()
    {
        var own = Own(Sample.Lead) with { Reprints = [Sample.Line(1), Sample.Line(2), Sample.Line(3), Sample.Line(4)] };

        var lines = StoryMessage.For(Sample.Of(Sample.Lead, own, Sample.Line(5)), State).Embeds!.Single().Description!.Split('\n');

        Assert.Equal("**6 outlets** · 2 independent", lines[2]);
        Assert.Equal("Also at [Ostrel Radio](https://outlet1.example/storm/1), [The Lantern](https://outlet2.example/storm/2), [Kelm "
            + "Courier](https://outlet3.example/storm/3) and 1 more", lines[3]);
        Assert.StartsWith("**The Tidal Post** · [", lines[4]);
        Assert.DoesNotContain(lines, line => line.Contains("**The Harbour Gazette**", StringComparison.Ordinal));
    }

    [Fact]
    public void Times_that_can_not_be_are_not_shown()
    {
        var lead = Sample.Lead with { PublishedAt = Sample.Now.AddDays(3) };

        var embed = StoryMessage.For(Sample.Of(lead, Own(lead), Sample.Line(1) with { PublishedAt = Sample.Now.AddMinutes(1) },
            Sample.Line(2) with { PublishedAt = default(DateTimeOffset) }), State).Embeds!.Single();

        Assert.Null(embed.Timestamp);
        Assert.DoesNotContain("<t:", embed.Description);
    }

    [Fact]
    public void A_post_is_known_by_its_button_or_by_the_link_of_any_of_its_articles()
    {
        var story = Sample.Of(Sample.Lead, outlets: 3);
        var card = StoryMessage.For(story, State);
        var other = Sample.Of(Sample.Lead with { Id = 8, PublicKey = 8, WebUrl = new("https://other.example/") }, outlets: 3);

        Assert.True(StoryMessage.IsOf(story, Posted(card)));
        Assert.True(StoryMessage.IsOf(story, Posted(card with { Components = [] })));
        Assert.True(StoryMessage.IsOf(story, Posted(card with { Embeds = [] })));
        Assert.True(StoryMessage.IsOf(other with { Articles = [other.Lead, Sample.Lead] }, Posted(card with { Components = [] })));
        Assert.False(StoryMessage.IsOf(other, Posted(card)));
    }

    [Fact]
    public void A_title_that_can_not_be_seen_and_a_link_that_is_too_long_still_make_a_message()
    {
        var lead = new Article { Path = "a.md", Title = "\u202e\u0007", PublishedAt = Sample.Now,
            WebUrl = new("https://gazette.example/" + new string('x', 3000)) };

        var message = StoryMessage.For(Sample.Of(lead, Own(lead)), State);

        Assert.Equal(("gazette.example", null), (message.Embeds!.Single().Title, message.Embeds!.Single().Url));
        Assert.Equal(["Follow"], Labels(Sample.Of(lead, Own(lead)), State));
        Assert.Empty(MessageLimits.Problems(message));
    }

    static CoverageLine Own(Article lead) => Sample.Of(lead, outlets: 1).Coverage.Lines.Single();

    static Message Posted(CreateMessage message) =>
        new() { Id = new(1), ChannelId = new(2), Embeds = message.Embeds ?? [], Components = message.Components ?? [] };

    /// <summary>Of the buttons, row by row.</summary>
    static IEnumerable<string> Labels(Story story, CardState state) =>
        StoryMessage.For(story, state).Components!.Cast<ActionRow>()
            .Select(row => string.Join(" | ", row.Components.Cast<Button>().Select(button => button.Label)));

    static void Approve(CreateMessage message, string name, [CallerFilePath] string test = "")
    {
        Assert.Empty(MessageLimits.Problems(message));
        message.Approve(name, test);
    }
}
