using System.Collections.Frozen;

namespace Desk.Archive.Questions;

/// <summary>Words that make a filter of what stands beside them, in English, German, French, Spanish and Portuguese, folded.</summary>
static class QuestionWords
{
    /// <summary>Before the name of an outlet.</summary>
    public static FrozenSet<string> Sources { get; } =
        Set("from by via source site per von vom laut bei quelle de du par selon por segun fuente del segundo da do fonte");

    /// <summary>Before an outlet's name of several words, or its domain: "on" alone would make a subject of many an outlet.</summary>
    public static FrozenSet<string> Places { get; } = Set("on in at auf sur dans en no na");

    /// <summary>They come before an outlet's name in questions about what it published: "did ZDNet write".</summary>
    public static FrozenSet<string> Asking { get; } = Set("did does has have what's what’s is was hat a ha");

    /// <summary>Behind the name of an outlet.</summary>
    public static FrozenSet<string> Reporting { get; } = Set(
        """
        say says said saying write writes wrote writing written report reports reported reporting publish published cover covered
        covering post posted announce announced schreibt geschrieben berichtet gesagt ecrit dit publie escribe escrito publicado escreveu
        """);

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
        newest latest recent recently lately freshest neueste neuesten neuester neuestes jungste aktuelle aktuellste aktuell
        derniere dernieres dernier derniers recente recentes reciente recientes ultimo ultima ultimos ultimas
        """);

    public static FrozenSet<string> Oldest { get; } = Set(
        """
        oldest earliest chronological chronologically chronologisch chronologique cronologico alteste altester altesten
        fruheste ancien ancienne anciens antiguo antiguos antigo antigos
        """);

    /// <summary>They order reports, and only those: "the first post", but not "the first phone".</summary>
    public static FrozenSet<string> First { get; } = Set(
        """
        first erste ersten premier premiere premiers premieres primer primera primeros primeras primeiro primeira primeiros primeiras
        """);

    /// <inheritdoc cref="First"/>
    public static FrozenSet<string> Last { get; } = Set("last letzte letzten");

    /// <summary>
    /// Beside a topic, they ask for what is filed under it. "Power news" does; "why did the power go out" asks something else.
    /// </summary>
    public static FrozenSet<string> Filing { get; } = Set(
        """
        the a an any anything all about on of in for regarding concerning
        new news what's whats what is there show me give list topic topics
        latest article articles post posts more only please got have category tag
        tagged filed under section related to info tell most but happened happen happens
        story stories report reports piece pieces coverage everything stuff published and with from
        uber zu zum zur im
        alles tout todo tudo gab wurde ist mit den passiert passierte geschah das die der thema
        neues neuigkeiten nachrichten artikel zeig mir was gibt es mehr nur rubrik
        sur sujet theme passe arrive avec plus rubrique actualites nouvelles les le la des du de quoi
        sobre tema con com paso pasa aconteceu mas mais noticias articulos artigos los las el o os as do da dos das de que hay ha
        """);

    /// <summary>Behind "how", they ask for a number; the other words do by themselves.</summary>
    public static FrozenSet<string> Measures { get; } =
        Set("many much long fast far high old tall big large often viel viele lange schnell weit hoch alt gross oft");

    /// <inheritdoc cref="Measures"/>
    public static FrozenSet<string> HowMany { get; } =
        Set("wieviel wieviele combien cuanto cuanta cuantos cuantas quanto quanta quantos quantas");

    public static FrozenSet<string> Not { get; } = Set(
        """
        no not isn't aren't wasn't weren't without except excluding besides
        keine nicht ohne außer ausser pas sans sauf hormis sin excepto salvo sem nao exceto
        """);

    /// <summary>"Outlets other than ZDNet".</summary>
    public static FrozenSet<string> Others { get; } =
        Set("other others andere anderen autre autres otro otros otra otras outro outros outra outras");

    /// <inheritdoc cref="Others"/>
    public static FrozenSet<string> Than { get; } = Set("than als que");

    /// <summary>Beside the name of an outlet.</summary>
    public static FrozenSet<string> Only { get; } = Set("only just nur seulement uniquement solo solamente apenas somente");

    /// <summary>Behind a type in the singular: "a video on chips".</summary>
    public static FrozenSet<string> BehindTypes { get; } = Set("about on of for from only uber zu sur sobre von de");

    static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
