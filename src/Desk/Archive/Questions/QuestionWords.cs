using System.Collections.Frozen;

namespace Desk.Archive.Questions;

/// <summary>Words that make a filter of what stands beside them, in English, German, French, Spanish and Portuguese, folded.</summary>
static class QuestionWords
{
    /// <summary>Before the name of an outlet.</summary>
    public static FrozenSet<string> Sources { get; } = Set("from by via von laut bei de par selon por segun segundo da do");

    /// <summary>Before an outlet's name of several words, or its domain: "on" alone would make a subject of many an outlet.</summary>
    public static FrozenSet<string> Places { get; } = Set("on in at auf sur dans en no na");

    /// <summary>Behind the name of an outlet.</summary>
    public static FrozenSet<string> Reporting { get; } =
        Set("say says said write writes wrote report reports reported publish published cover covered post posted");

    /// <summary>Behind an outlet that begins a question: "ZDNet about licenses", "TechRepublic reported".</summary>
    public static FrozenSet<string> BehindSubjects { get; } =
        Set("about on says said writes wrote reports reported uber sur sobre schreibt berichtet");

    /// <summary>What outlets publish.</summary>
    public static FrozenSet<string> Reports { get; } = Set(
        """
        article articles post posts story stories report reports piece pieces coverage news video videos
        artikel beitrage articulo articulos artigos
        """);

    public static FrozenSet<string> Newest { get; } = Set(
        """
        newest latest recent recently lately neueste neuesten neuester neuestes jungste aktuelle aktuellste aktuell
        derniere dernieres dernier derniers recente recentes reciente recientes ultimo ultima ultimos ultimas
        """);

    public static FrozenSet<string> Oldest { get; } = Set(
        """
        oldest earliest chronological chronologically chronologisch chronologique cronologico alteste altester altesten
        fruheste ancien ancienne anciens antiguo antiguos antigo antigos
        """);

    /// <summary>They order reports, and only those: "the first post", but not "the first phone".</summary>
    public static FrozenSet<string> First { get; } = Set("first erste ersten premier premiers primer primeros primeiro");

    /// <inheritdoc cref="First"/>
    public static FrozenSet<string> Last { get; } = Set("last letzte letzten");

    /// <summary>
    /// Beside a topic, they ask for what is filed under it. "Power news" does; "why did the power go out" asks something else.
    /// </summary>
    public static FrozenSet<string> Filing { get; } = Set(
        """
        the a an any anything all about on of in for regarding concerning new news what's whats what is there show me give list topic topics
        latest article articles post posts story stories report reports piece pieces coverage everything stuff published and with from
        uber zu zum zur im das die der thema neues neuigkeiten nachrichten artikel zeig mir was gibt es
        sur sujet theme actualites nouvelles les le la des du de quoi
        sobre tema noticias articulos artigos los las el o os as do da dos das de que hay ha
        """);

    public static FrozenSet<string> Not { get; } = Set("no not without except keine nicht ohne pas sans sin sem nao");

    static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
