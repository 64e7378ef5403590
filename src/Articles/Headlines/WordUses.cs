
namespace Articles.Headlines;

/// <summary>What words of a headline are there for, apart from naming the event.</summary>
static class WordUses
{
    /// <summary>Words that say little, of the languages that news mostly comes in; hardly any means more in another language.</summary>
    public static readonly HashSet<string> Little = Set(
        """
        a about almost also an and are as be been being but ca can did do does for from go get has have he her here him his how
        i in into is it its just me mr mrs ms my nearly new of on or our over own s says she shall so soon than that the their them then us
        there these they this those to too up was we were what when where which while who whom whose why will with wo would-be yet you your
        around aged per massive huge major big reportedly officially finally official sources say
        al auf aus avec con da das de del dem den der des di du bei e ein eine el en est et fur het il im ist la las le les los mit na nach
        o para por pour que sur um un una und une van von y zu
        """);

    /// <summary>German articles that are English verbs.</summary>
    public static readonly HashSet<string> OnlyGerman = Set("das dem den der ein eine fur im ist mit nach und von zu auf bei bis");

    /// <summary>
    /// Words that tell which part a phrase plays, and the name of that part. Those that headlines exchange have one name:
    /// "arrested over", "arrested after"; "at Velm", "of Velm".
    /// </summary>
    public static readonly Dictionary<string, string> Labels = Names(
        """
        in at on of near around inside within across
        to into
        from
        by
        for
        with
        after over following
        as while amid
        between
        through via
        than
        before until
        against
        without
        under below
        above
        despite
        toward towards
        """);

    /// <summary>These lead a phrase and count as words, too: without them, the event is another one.</summary>
    public static readonly HashSet<string> TellingLabels = Set("before until against without under below above despite off");

    /// <summary>Words that one of two headlines may leave out. Two of one kind contradict each other.</summary>
    public static readonly Dictionary<string, string> Optional = NamesOfForms(
        """
        day today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
        day january february march april june july august september october november december
        agent police minister president premier chancellor prime-minister ceo senator governor mayor coach captain
        agent striker defender midfielder
        agent goalkeeper singer rapper drummer actor actress author writer poet painter artist chef model presenter comedian director
        agent explorer swimmer skier cyclist boxer runner player champion star veteran pope king queen prince princess bishop
        agent climber farmer pilot engineer scientist lawyer activist journalist photographer referee manager skipper rider jockey golfer
        agent sprinter footballer guitarist pianist composer conductor novelist historian economist
        agent doctor professor judge councilor saint general
        agent maker giant startup retailer airline insurer carmaker automaker brewer firm band studio brand chain operator
        """);

    public const string Day = "day";

    /// <summary>Whom a headline quotes, or who acts.</summary>
    public const string Agent = "agent";

    /// <summary>Words that make another event of the same words. No excerpt explains them away.</summary>
    public static readonly HashSet<string> Changing = Forms(
        """
        not no never without nobody neither nor hardly barely may might could would should must deny refuse fail off out down
        again another more further fresh other next last previous late second-hand half semi former ex vice vice-president deputy acting
        assistant anti pro non un pre post self interim junior senior under youth man woman boy girl men women north south east west
        northern southern eastern western upper lower central inner outer greater little old final beta mini max plus ultra lite
        without-more ? minus
        """);

    /// <summary>Words of columns and services that appear again and again; they do not tell which day's.</summary>
    public static readonly HashSet<string> Recurring = Forms(
        """
        briefing morning evening night daily weekly week newsletter roundup recap podcast episode crossword quiz puzzle sudoku horoscope
        weather forecast television guide letter editor editorial lottery result number obituary calendar fixture live score market
        wrap stock know need thing today tonight day headline news story watch read best top latest update tip deal photo year edition
        """);

    static HashSet<string> Set(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words in the form in which they are compared.</summary>
    static HashSet<string> Forms(string words) => Set(words).Select(WordForms.Of).ToHashSet(StringComparer.Ordinal);

    static Dictionary<string, string> NamesOfForms(string table) =>
        Names(table).DistinctBy(word => WordForms.Of(word.Key))
            .ToDictionary(word => WordForms.Of(word.Key), word => word.Value, StringComparer.Ordinal);

    /// <summary>Each word by the first one of its row.</summary>
    static Dictionary<string, string> Names(string table) =>
        table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(' '))
            .SelectMany(row => row.Select(word => KeyValuePair.Create(word, row[0])))
            .DistinctBy(word => word.Key)
            .ToDictionary(StringComparer.Ordinal);
}
