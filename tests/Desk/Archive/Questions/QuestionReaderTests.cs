using Desk.Archive.Questions;

namespace Desk.Tests.Archive.Questions;

public sealed class QuestionReaderTests
{
    static readonly DateTimeOffset Now = new(2026, 8, 14, 12, 0, 0, TimeSpan.Zero);

    static readonly ArchiveNames Names = new(
        [
            new(new(1, "Power Apps", "power-apps"), null, ["canvas apps"], null, 40),
            new(new(2, "AI Hardware", "ai-hardware"), "AI HW", [], null, 9),
            new(new(3, "C++", "c++"), null, [], null, 2),
        ],
        [new("The Verge", "theverge.com", 12), new("Windows", "blogs.windows.com", 3), new("ZDNet", "zdnet.com", 5)],
        ["video", "article"]);

    [Theory]
    [InlineData("news from The Verge", "The Verge")]
    [InlineData("what did ZDNet write about chips", "ZDNet")]
    [InlineData("chips by the verge", "The Verge")]
    [InlineData("anything on theverge.com?", "The Verge")]
    [InlineData("noticias de la reforma por The Verge", "The Verge")]
    [InlineData("neues von ZDNet", "ZDNet")]
    [InlineData("neues vom ZDNet", "ZDNet")]
    [InlineData("articles du ZDNet", "ZDNet")]
    [InlineData("noticias del ZDNet", "ZDNet")]
    [InlineData("according to ZDNet, what broke", "ZDNet")]
    [InlineData("source: ZDNet", "ZDNet")]
    [InlineData("only ZDNet", "ZDNet")]
    [InlineData("has ZDNet written about chips", "ZDNet")]
    [InlineData("what's ZDNet saying about chips", "ZDNet")]
    [InlineData("was hat ZDNet über Chips geschrieben", "ZDNet")]
    [InlineData("ZDNet's first video", "ZDNet")]
    [InlineData("ZDNet only", "ZDNet")]
    [InlineData("ZD Net", "ZDNet")]
    [InlineData("what did ZDNet announce in July", "ZDNet")]
    [InlineData("the latest on Windows", null)]
    [InlineData("the verge of a crisis", null)]
    public void Outlets_are_filters_behind_the_words_that_name_a_source(string question, string? outlet) =>
        Assert.Equal(outlet, Read(question).Filters.Outlet?.Name);

    [Theory]
    [InlineData("what is new about AI hardware?", "ai-hardware")]
    [InlineData("ai hw", "ai-hardware")]
    [InlineData("powerapps news last week", "power-apps")]
    [InlineData("canvas apps", "power-apps")]
    [InlineData("C++", "c++")]
    [InlineData("canvas app news", "power-apps")]
    [InlineData("tagged AI hardware", "ai-hardware")]
    [InlineData("topic: AI hardware", "ai-hardware")]
    [InlineData("was gab es letzten Monat zu AI Hardware", "ai-hardware")]
    [InlineData("los más recientes sobre AI hardware", "ai-hardware")]
    [InlineData("power apps pricing", null)]
    [InlineData("why did power apps go down?", null)]
    [InlineData("show me the latest articles about AI hardware from last week", "ai-hardware")]
    public void Topic_is_a_filter_when_nothing_else_is_asked_for(string question, string? topic) =>
        Assert.Equal(topic, Read(question).Filters.Topic?.Slug);

    [Fact]
    public void Topic_beside_other_words_is_a_part_of_the_subject() =>
        Assert.Equal(["power", "apps", "pricing"], Read("power apps pricing").Words);

    [Theory]
    [InlineData("tagged AI hardware")]
    [InlineData("everything regarding AI hardware")]
    public void Words_that_lead_to_a_topic_are_no_part_of_the_subject(string question) => Assert.False(Read(question).HasSubject);

    [Theory]
    [InlineData("the leak, but not from ZDNet", "ZDNet")]
    [InlineData("everything except ZDNet", "ZDNet")]
    [InlineData("the newest article that isn't from ZDNet", "ZDNet")]
    [InlineData("outlets other than The Verge", "The Verge")]
    [InlineData("non-ZDNet coverage", "ZDNet")]
    [InlineData("chips without ZDNet", "ZDNet")]
    [InlineData("was schreiben andere außer ZDNet", "ZDNet")]
    [InlineData("sauf ZDNet", "ZDNet")]
    [InlineData("not on the verge of a crisis", null)]
    public void Outlets_can_be_left_out(string question, string? outlet)
    {
        var filters = Read(question).Filters;

        Assert.Equal(outlet, filters.NotOutlet?.Name);
        Assert.Null(filters.Outlet);
    }

    [Theory]
    [InlineData("newest first: chips")]
    [InlineData("chips sorted by date")]
    [InlineData("the last three posts on chips")]
    [InlineData("latest 3 chips")]
    public void Words_that_order_are_no_part_of_the_subject(string question)
    {
        Assert.Equal(["chips"], Read(question).Words);
        Assert.Equal(ResultOrder.Newest, Read(question).Filters.Order);
    }

    [Theory]
    [InlineData("videos about chips", "video")]
    [InlineData("a video about chips", "video")]
    [InlineData("the newest video on chips", "video")]
    [InlineData("ZDNet's first video", "video")]
    [InlineData("video only, chips", "video")]
    [InlineData("embed a video", null)]
    [InlineData("how to embed a video from a site", null)]
    public void Types_are_filters_where_they_say_what_is_wanted(string question, string? type) =>
        Assert.Equal(type, Read(question).Filters.Type);

    [Theory]
    [InlineData("newest chips", ResultOrder.Newest)]
    [InlineData("die neuesten Artikel", ResultOrder.Newest)]
    [InlineData("oldest videos", ResultOrder.Oldest)]
    [InlineData("chips", ResultOrder.Best)]
    public void Order_is_understood(string question, ResultOrder order) => Assert.Equal(order, Read(question).Filters.Order);

    [Fact]
    public void Filters_leave_the_words_that_say_what_it_is_about()
    {
        var question = Read("What did ZDNet write about chip shortages in March 2026?");

        Assert.Equal(["chip", "shortages"], question.Words);
        Assert.Equal("what did write about chip shortages", question.Text);
    }

    [Fact]
    public void Phrases_and_excluded_words_are_set_apart()
    {
        var question = Read("\"release wave\" teams -beta -\"early access\"");

        Assert.Equal(["release wave"], question.Phrases);
        Assert.Equal(["beta", "early access"], question.Without);
        Assert.Equal(["teams"], question.Words);
    }

    [Theory]
    [InlineData("Warum ist der Strom ausgefallen?", "de")]
    [InlineData("pourquoi les prix ont augmenté", "fr")]
    [InlineData("por qué subieron los precios", "es")]
    [InlineData("por que os preços não caíram", "pt")]
    [InlineData("why did the power go out?", "en")]
    [InlineData("marmalade", "en")]
    public void Language_is_recognized_by_its_small_words(string question, string language) =>
        Assert.Equal(language, Read(question).Language);

    [Theory]
    [InlineData("Marmelade")]
    [InlineData("Windows in Hamburg")]
    [InlineData("")]
    public void Words_of_no_language_are_in_that_of_the_archive(string question) =>
        Assert.Equal("de", QuestionReader.Read(question, new([], [], [], language: "de"), Now).Language);

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("the of and")]
    [InlineData("\"")]
    [InlineData("- -- -\"")]
    [InlineData("\u200b\u200d\ufeff")]
    [InlineData("from from from by")]
    [InlineData("what did")]
    public void Questions_without_a_subject_have_none(string question) => Assert.False(Read(question).HasSubject);

    [Fact]
    public void Very_long_question_is_read_from_its_beginning() =>
        Assert.Equal(["chip"], Read("chip" + new string(' ', 2000) + "shortage").Words);

    static Question Read(string typed) => QuestionReader.Read(typed, Names, Now);
}
