using Articles.Headlines;
using CsCheck;
using Shared;

namespace Articles.Tests.Headlines;

public class HeadlineTests
{
    [Theory]
    [InlineData("Ex-mayor's daughter missing since Monday", "Ex-mayor missing since Monday, daughter says")]
    [InlineData("Daughter of ex-mayor missing since Monday", "Ex-mayor missing since Monday, daughter says")]
    [InlineData("Captain's lawyer faces perjury charge", "Captain faces perjury charge, lawyer says")]
    [InlineData("Lawyer for captain faces perjury charge", "Captain faces perjury charge, lawyer says")]
    [InlineData("Star's bodyguard shot dead outside hotel in Ostrel", "Star shot dead outside hotel in Ostrel, bodyguard says")]
    [InlineData("Police chief's son arrested over Stannick stabbing", "Son arrested over Stannick stabbing, police chief says")]
    [InlineData("Minister's brother arrested in fraud probe", "Minister arrested in fraud probe with brother")]
    [InlineData("Mayor's wife dies in crash near Ostrel", "Mayor dies in crash near Ostrel with wife")]
    [InlineData("Singer's manager jailed for tax fraud", "Singer jailed for tax fraud by manager")]
    [InlineData("Northline's rival wins harbour contract", "Northline wins harbour contract over rival")]
    [InlineData("Opposition to minister's tunnel plan grows in Ostrel", "Opposition minister's tunnel plan grows in Ostrel")]
    [InlineData("Rovers' coach banned for six games", "Rovers banned for six games with coach")]
    [InlineData("Weather warning for Kelmouth: strong winds and rain", "Weather warning for Stannick: strong winds and rain")]
    [InlineData("Kelmouth Athletic beat Stannick Rovers in cup final", "Stannick Rovers beat Kelmouth Athletic in cup final")]
    [InlineData("Kelmouth Athletic beat Stannick Rovers in cup final", "Kelmouth Athletic beaten by Stannick Rovers in cup final")]
    [InlineData("Bank of Norland will cut rates in May", "Bank of Norland will not cut rates in May")]
    [InlineData("Bank of Norland will cut rates in May", "Bank of Norland won't cut rates in May")]
    [InlineData("Flights from Vell to Kaspar halted by fog", "Flights to Vell from Kaspar halted by fog")]
    [InlineData("Treasurer quits after chairman is arrested", "Chairman quits after treasurer is arrested")]
    [InlineData("Norvex shares rise, Tidelab shares fall", "Tidelab shares rise, Norvex shares fall")]
    [InlineData("Two dead, five hurt in Velm bus crash", "Five dead, two hurt in Velm bus crash")]
    [InlineData("Quill 1.1 released with faster search", "Quill 1.10 released with faster search")]
    [InlineData("Visual C# 14 brings faster search", "Visual C++ 14 brings faster search")]
    [InlineData("Hepatitis A outbreak in Velm school kitchen", "Hepatitis E outbreak in Velm school kitchen")]
    [InlineData("Temperature in Dray falls to 5C overnight", "Temperature in Dray falls to -5C overnight")]
    [InlineData("Norvex profit of $3 million in first quarter", "Norvex profit of €3 million in first quarter")]
    [InlineData("Norvex profit of $3 million in Q1", "Norvex profit of $3 million in second quarter")]
    [InlineData("Airline sues Norvex over fuel contract", "Mayor sues Norvex over fuel contract")]
    [InlineData("Inter Milan beat Lazio in cup final", "Milan beat Lazio in cup final")]
    [InlineData("Norvex to buy Tidelab for $3bn", "Will Norvex buy Tidelab for $3bn?")]
    [InlineData("All flights canceled at Velm airport", "Some flights canceled at Velm airport")]
    [InlineData("Attack on Kestria leaves capital in ruins", "Attack by Kestria leaves capital in ruins")]
    [InlineData("Fire in LA kills three workers", "Fire in DC kills three workers")]
    public void Another_name_number_order_or_negation_is_another_event(string one, string other)
    {
        Assert.True(Headline.Of(one).IsSameEvent(Headline.Of(one)));
        Assert.False(Headline.Of(one).IsSameEvent(Headline.Of(other)));
        Assert.False(Headline.Of(other).IsSameEvent(Headline.Of(one)));
    }

    [Theory]
    [InlineData("Harbour portal misconfiguration exposes 38 million records", "Harbor portal misconfigurations expose 38M records")]
    [InlineData(
        "Harbour portal misconfiguration exposes 38 million records", "38,000,000 records exposed by harbour portal misconfiguration")]
    [InlineData("Vlas'enko wins harbour race in Ostrel", "Vlasenko wins harbour race in Ostrel")]
    [InlineData("Mayor's daughter missing since Monday", "Daughter of mayor missing since Monday")]
    [InlineData("Captain's lawyer faces perjury charge", "Lawyer for captain faces perjury charge")]
    [InlineData("Two dead as ferry hits pier in Kelmouth harbour", "Ferry hits pier in Kelmouth harbor: 2 killed")]
    [InlineData("Storm leaves 14,000 homes in Velm without power", "Storm leaves 14k homes in Velm without power")]
    [InlineData("Norland inflation slows to 2.5 percent", "Norland's inflation slows to 2.50%")]
    [InlineData("U.S. imposes tariff of $5 billion on Ostria", "United States imposes tariff of US$5bn on Ostria")]
    [InlineData("Breaking: Norland parliament dissolved, election in June", "LIVE - Norland's parliament dissolved; elections in June")]
    [InlineData("Rail strike off after deal with Norrail (updated)", "Rail strike off after deal with Norrail | Orme Courier")]
    [InlineData("Court hearing in Holt case moved to 3 p.m.", "Holt case court hearing moved to 3pm")]
    [InlineData("Tarn recycling center closed until March 15", "Recycling centre in Tarn closed until 15th March")]
    [InlineData("It's official: Kelmouth's Pier Café won't close", "It’s official: Kelmouth’s Pier Cafe will not close")]
    [InlineData("Phone maker Lumo recalls faulty chargers in Norland", "Lumo recalls faulty chargers in Norland")]
    [InlineData("KESTRIA INVADES NORLAND AFTER BORDER CLASH", "Kestria invades Norland after border clash")]
    [InlineData("Norvex Q1 profit up 12% on cloud demand", "Norvex first-quarter profit rises 12 percent on cloud demand")]
    [InlineData("World War II drama to be filmed in Drumm", "World War Two drama will be filmed in Drumm")]
    public void Another_spelling_or_order_of_clauses_is_the_same_event(string one, string other)
    {
        Assert.True(Headline.Of(one).IsSameEvent(Headline.Of(other)));
        Assert.True(Headline.Of(other).IsSameEvent(Headline.Of(one)));
    }

    [Fact]
    public void Excerpt_tells_what_the_headline_leaves_out()
    {
        const string title = "Fire destroys historic mill in old town";
        var dunmore = Headline.Of(title, excerpt: "Crews from four towns fought the blaze at Dunmore Mill in Ayr.");

        Assert.True(dunmore.IsSameEvent(Headline.Of("Fire destroys historic Dunmore mill in old town")));
        Assert.False(dunmore.IsSameEvent(Headline.Of(title, excerpt: "The Weaver's Mill in Stroud burned down, police said.")));
        Assert.False(dunmore.IsSameEvent(Headline.Of("Fire destroys historic mill in new town of Stroud")));
    }

    [Theory]
    [InlineData("Live updates")]
    [InlineData("Evening headlines, Thursday")]
    [InlineData("Today's weather forecast for the week")]
    public void Titles_of_columns_say_too_little(string title) => Assert.Empty(Headline.Of(title).Keys());

    [Fact]
    public void Any_headlines_are_compared_the_same_either_way_round_and_share_a_key() => GenTitle.Array[2].Sample(titles =>
    {
        var (one, other) = (Headline.Of(titles[0]), Headline.Of(titles[1]));
        Assert.Equal(one.IsSameEvent(other), other.IsSameEvent(one));
        Assert.True(!one.IsSameEvent(other) || one.Keys().Intersect(other.Keys()).Any());
    }, iter: 20000);

    static readonly string[] Known =
    [
        .. File.ReadLines(Path.Combine(Checkout.Root, "tests/Articles/Pairs/tuning.txt"))
            .SelectMany(line => line.Split(' '))
            .Distinct()
            .Take(400),
    ];

    static readonly string[] Few = ["Kelmouth", "beats", "Rovers", "by", "two", "hurt,", "in", "cup", "final", "?"];

    static readonly Gen<string> GenTitle = Gen.OneOf(Gen.String, Words(Known), Words(Few), Words(Few));

    static Gen<string> Words(string[] words) =>
        Gen.Int[0, words.Length - 1].Array[3, 9].Select(picked => string.Join(' ', picked.Select(word => words[word])));
}
