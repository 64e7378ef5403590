using Desk.Archive.Summaries;

namespace Desk.Tests.Archive.Summaries;

public class SummaryCheckTests
{
    [Theory]
    [InlineData("CalMac cancelled 24 sailings because a storm damaged the pier [1]. NASA shows the damage, too [2].")]
    [InlineData("Ferries to Skye stop until 15 March. [1]")]
    [InlineData("The article appeared on 2026-03-11, March 11, 2026, a Wednesday. [1]")]
    [InlineData("The repairs cost 1,500,000 pounds [1, 2].")]
    [InlineData("The repairs cost £1.5m, and 2,000 people had booked [1].")]
    [InlineData("Twenty-four sailings were cancelled, and thirty-five percent want money back by 10:30 [1].")]
    [InlineData("35 % of them want their money back, says CalMac’s Morag MacLeod [1].")]
    [InlineData("CalMac says: “We are sorry for every passenger.” [1]")]
    [InlineData("Passengers from the US had booked. However, the storm damaged the pier [1][2].")]
    [InlineData("The pier lost 1 234 tonnes of stone and a COVID‑19 test center [2].")]
    [InlineData("Harbour Gazette and Tidal Post report damage in 2026 [1] [2].")]
    [InlineData("According to gazette.example, sailings are cancelled [1].")]
    [InlineData("The storm-damaged pier is closed [1].")]
    [InlineData("Sailing to Skye stops, and repairs cost 1.5 million pounds [1].")]
    public void Text_that_says_only_what_the_sources_say_passes(string text) =>
        Assert.Null(SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("CalMac cancelled 25 sailings [1].")]
    [InlineData("CalMac cancelled twenty-five sailings [1].")]
    [InlineData("CalMac cancelled 240 sailings [1].")]
    [InlineData("The repairs cost £1.5 billion [1].")]
    [InlineData("The repairs cost £1.5 [1].")]
    [InlineData("The repairs cost 15 million pounds [1].")]
    [InlineData("The repairs cost a million pounds [1].")]
    [InlineData("Two million people had booked [1].")]
    [InlineData("24% of the sailings were cancelled [1].")]
    [InlineData("Twenty-four percent of the sailings were cancelled [1].")]
    [InlineData("35 people want their money back [1].")]
    [InlineData("Half of the sailings were cancelled [1].")]
    [InlineData("Dozens of sailings were cancelled [1].")]
    [InlineData("Ferries stop until March 24 [1].")]
    [InlineData("Ferries stop until 24 March 2026 [1].")]
    [InlineData("Ferries stop until 2026-03-24 [1].")]
    [InlineData("Ferries stop until 2027-03-15 [1].")]
    [InlineData("Ferries stop until March 15, 2027 [1].")]
    [InlineData("Ferries stopped in 2025 [1].")]
    [InlineData("They want their money back by 11:30 [1].")]
    [InlineData("It is -24 degrees in the storm [1].")]
    [InlineData("The pier lost 1.234,5 tonnes [2].")]
    [InlineData("The pier lost ١٢٣ tonnes [2].")]
    [InlineData("This is the third storm [1].")]
    [InlineData("The repairs cost 1.5 million euros [1].")]
    [InlineData("The storm lasted 24 days [1].")]
    [InlineData("A pier of 24-30 tonnes is damaged [1].")]
    public void Number_or_date_that_no_source_has_is_found(string text) =>
        Assert.Equal(SummaryFault.Number, SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("The storm damaged the pier at Oban [1].")]
    [InlineData("Oban lost its pier [1].")]
    [InlineData("A storm damaged Mallaig. MacDonald is sorry [1].")]
    [InlineData("The pier at Mallaig is damaged, said Morag MacDonald [1].")]
    [InlineData("Passengers in the EU had booked [1].")]
    [InlineData("WE had booked [1].")]
    [InlineData("Passengers with an iPhone had booked [1].")]
    [InlineData("The pier lost an A320 [2].")]
    [InlineData("The pier lost a 5G test center [2].")]
    [InlineData("The ferries stop in April [1].")]
    [InlineData("The ferries stop on Tuesday [1].")]
    [InlineData("The storm belongs to Money [1].")]
    [InlineData("Brexit-related sailings are cancelled [1].")]
    [InlineData("May cancelled the sailings [1].")]
    [InlineData("Der Sturm damaged the pier [1].")]
    [InlineData("The storm damaged a pier in 東京 [1].")]
    [InlineData("The storm damaged a пирс [1].")]
    [InlineData("The pier at pаypal is damaged [1].")]
    public void Name_that_no_source_has_is_found(string text) => Assert.Equal(SummaryFault.Name, SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("[1]")]
    [InlineData("...")]
    public void Text_without_a_word_is_found(string text) => Assert.Equal(SummaryFault.Empty, SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("See https://evil.example [1].")]
    [InlineData("The storm damaged the pier at evil.example [1].")]
    [InlineData("Join discord.gg/abc [1].")]
    [InlineData("[The storm](evil) damaged the pier [1].")]
    [InlineData("Hello <@1> [1].")]
    [InlineData("Hello @everyone [1].")]
    [InlineData("The storm <:pier:1> [1].")]
    [InlineData("```storm``` [1]")]
    [InlineData("The **storm** [1].")]
    [InlineData("The _storm_ [1].")]
    [InlineData("||storm|| [1]")]
    [InlineData("# The storm [1]")]
    [InlineData("The storm in #news [1].")]
    [InlineData("The storm [1] and [another] [2].")]
    [InlineData("<script>storm</script> [1]")]
    public void Address_mention_or_markup_is_found(string text) =>
        Assert.Equal(SummaryFault.Markup, SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("The storm costs $24 [1].")]
    [InlineData("The storm 👉 the pier [1].")]
    [InlineData("The st\u200Born [1].")]
    [InlineData("The storm \u202Ereip [1].")]
    [InlineData("The storm\u0000 [1].")]
    [InlineData("The sto\u0336rm [1].")]
    [InlineData("The storm ② [1].")]
    [InlineData("The storm at evil․example [1].")]
    [InlineData("The \uFFFD storm [1].")]
    [InlineData("The 𝐁𝐔𝐘 storm [1].")]
    public void Character_that_no_source_has_is_found(string text) =>
        Assert.Equal(SummaryFault.Characters, SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("The company said “we are happy” [1].")]
    [InlineData("The company said 'we are happy' [1].")]
    [InlineData("The company said «sorry for no passenger» [1].")]
    [InlineData("The company said \"we are sorry [1].")]
    [InlineData("The company said \"\" [1].")]
    public void Quotation_that_is_in_no_source_is_found(string text) =>
        Assert.Equal(SummaryFault.Quotation, SummaryCheck.Fault(text, Sources.English));

    [Theory]
    [InlineData("The storm damaged the pier [0].")]
    [InlineData("The storm damaged the pier [1, 3].")]
    public void Source_that_does_not_exist_is_found(string text) =>
        Assert.Equal(SummaryFault.UnknownSource, SummaryCheck.Fault(text, Sources.English));

    [Fact]
    public void Text_that_names_no_source_is_found() =>
        Assert.Equal(SummaryFault.NoSource, SummaryCheck.Fault("The storm damaged the pier.", Sources.English));

    [Fact]
    public void Long_text_is_found() => Assert.Equal(
        SummaryFault.TooLong,
        SummaryCheck.Fault(new string('a', SummaryCheck.Longest) + " [1]", Sources.English));

    [Theory]
    [InlineData("Die Reederei strich 24 Fahrten [1].", null)]
    [InlineData("Wegen des Sturms fallen Fähren aus; die Reparatur der Mole kostet 1,5 Mio. Euro [1].", null)]
    [InlineData("Vierundzwanzig Fahrten fallen aus [1].", null)]
    [InlineData("Fünfundzwanzig Fahrten fallen aus [1].", SummaryFault.Number)]
    [InlineData("Die Reparatur kostet 1,5 Milliarden Euro [1].", SummaryFault.Number)]
    [InlineData("Die Hälfte der Fahrten fällt aus [1].", SummaryFault.Number)]
    [InlineData("Die Reederei in Husum strich Fahrten [1].", SummaryFault.Name)]
    public void German_text_is_checked(string text, SummaryFault? fault) => Assert.Equal(fault, SummaryCheck.Fault(text, Sources.German));

    [Theory]
    [InlineData("L'Élysée a promis 25 navires en septembre [1].", null)]
    [InlineData("L’Élysée a promis vingt-cinq navires [1].", null)]
    [InlineData("L'Élysée a promis vingt-six navires [1].", SummaryFault.Number)]
    [InlineData("L'Élysée a promis des navires en octobre [1].", SummaryFault.Number)]
    [InlineData("Le président de l'Assemblée a promis des navires [1].", SummaryFault.Name)]
    public void French_text_is_checked(string text, SummaryFault? fault) => Assert.Equal(fault, SummaryCheck.Fault(text, Sources.French));

    [Theory]
    [InlineData("嵐で桟橋が壊れた [1]。", null)]
    [InlineData("嵐で大阪の桟橋が壊れた [1]。", SummaryFault.Name)]
    public void Text_without_capitals_must_be_in_a_source(string text, SummaryFault? fault) =>
        Assert.Equal(fault, SummaryCheck.Fault(text, Sources.Japanese));

    [Theory]
    [InlineData("Паромы в Кронштадт не ходят: шторм повредил причал [1].", null)]
    [InlineData("Паромы в Выборг не ходят [1].", SummaryFault.Name)]
    [InlineData("Ремонт займёт 4 дня [1].", SummaryFault.Number)]
    public void Cyrillic_text_is_checked(string text, SummaryFault? fault) =>
        Assert.Equal(fault, SummaryCheck.Fault(text, Sources.Russian));

    [Fact]
    public void What_only_the_question_says_is_no_source() =>
        Assert.Equal(SummaryFault.Name, SummaryCheck.Fault("The storm reached Inverness [1].", Sources.English));
}
