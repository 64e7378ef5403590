using System.Collections.Frozen;

namespace Desk.Archive.Questions;

/// <summary>Small words that don't say what a question is about, in English, German, French, Spanish and Portuguese, folded.</summary>
static class StopWords
{
    static readonly (string Language, string Words)[] Table =
    [
        ("en", """
            a about after again all also am an and any anybody anyone anything are aren't as at be because been before being
            between both but by can can't could couldn't did didn't do does doesn't doing don't down during each else ever for
            from further get gets getting give gives go goes going got had has hasn't have haven't having he hello help her here
            hers hey hi him his how how's i i'd i'll i'm i've if in into is isn't it it's its itself just kind know let let's like
            looking made make many may maybe me mean might new more most much must my need needs no not now of off ok okay on one
            only or other our out over own please put really say said see seen she should show shows since so some somebody
            someone something sort still such tell than thanks that that's the their them then there there's these they thing
            things think this those to too try trying under until up us use used using very via want wanted wants was wasn't way
            ways we well were weren't what what's when where which while who who's whom whose why will with within without won't
            would wouldn't yes yet you you'd your yours article articles coverage news piece pieces post posts read report
            reported reports stories story heard find found write wrote written happen happened happening miss missed publish
            published appear appeared came put everything stuff list latest newest recent ever going exactly already dated dating far
            outlet outlets earlier later hear every
            """),
        ("de", """
            aber alle allem allen alles als also am an auch auf aus bei beim bin bis bist da damit dann das dass dein dem den denn
            der des die dies diese dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch fur gab geht
            gegen gibt habe haben hat hatte hier ich ihr im in ins ist ja jetzt kann kannst kein keine konnen kommt machen man
            mehr mein mich mir mit nach neues nicht nichts noch nun nur ob oder ohne schon sein seine sich sie sind so soll uber
            um und uns unter viel vom von vor war warum was weil welche welcher welches wenn wer werden wie wir wird wo wurde zu
            zum zur zwischen veroffentlicht erschienen artikel nachrichten neuigkeiten bericht berichte beitrag beitrage
            geschichte zeig zeige
            """),
        ("fr", """
            a ai ainsi alors au aucun aussi autre aux avec avoir ca ce cela ces cet cette comme comment d'un d'une dans de depuis
            des dit donc du elle en est est-ce et etait etre eu fait faire font il ils j'ai je l'on la le les leur lui ma mais me
            mes moi mon n'est ne nos notre nous on ont ou par pas peut plus pour pourquoi qu'est-ce qu'il quand que quel quelle
            quelles quels qui quoi sa sans se ses si son sont sur ta te tes toi ton tous tout tres tu un une va vers vos votre
            vous y publie publies paru parus actualite actualites article articles nouvelle nouvelles infos parle parler
            """),
        ("es", """
            a al algo ante aqui asi aun cada como con cual cuales cuando cuanto de del desde donde dos el ella ellas ellos en
            entre era es esa ese eso esta este esto estos fue ha hace hacer han hasta hay la las le les lo los mas me mi mis mucho
            muy ni no nos o otra otro para pero por porque puede puedo que quien se sea segun ser si sin sobre son su sus tambien
            te tiene tienen todo tras tu un una uno unos y ya yo publicado publicados publico articulo articulos noticia noticias
            dime muestra
            """),
        ("pt", """
            a ao aos as ate com como da das de dela dele depois do dos e ela ele em entre era essa esse esta este eu foi ha isso
            isto ja la lhe mais mas me mesmo meu minha muito na nao nas nem no nos o os ou para pela pelo pode por porque posso
            pra qual quais quando quem que se sem ser seu seus so sobre sua suas tambem te tem ter um uma voce publicado
            publicados artigo artigos noticia noticias mostra
            """),
    ];

    static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = Table.ToFrozenDictionary(
        row => row.Language,
        row => row.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    /// <summary>In any of the languages that the words of a question are probably in.</summary>
    /// <param name="language">See <see cref="LanguageOf"/>.</param>
    public static bool Contains(string word, string language) =>
        ByLanguage["en"].Contains(word) || ByLanguage[language].Contains(word);

    /// <summary>Whether the words may just as well be of the reader's language as of the archive's.</summary>
    /// <param name="words">Folded.</param>
    /// <param name="reader">Any language.</param>
    public static bool MayBeOf(string reader, string archive, IReadOnlyCollection<string> words)
    {
        var ofArchive = words.Count(ByLanguage[archive].Contains);
        return reader != archive
            && (ByLanguage.TryGetValue(reader, out var known) ? words.Count(known.Contains) >= ofArchive : ofArchive == 0);
    }

    /// <summary>The language of the words: <c>en</c>, <c>de</c>, <c>fr</c>, <c>es</c> or <c>pt</c>.</summary>
    /// <param name="words">Folded.</param>
    /// <param name="otherwise">The language where the words leave it open, as names and single words do.</param>
    public static string LanguageOf(IReadOnlyCollection<string> words, string otherwise)
    {
        var counts = Table.ToDictionary(row => row.Language, row => words.Count(ByLanguage[row.Language].Contains));
        var most = counts.Values.Max();
        return counts[otherwise] == most ? otherwise : counts["en"] == most ? "en" : counts.MaxBy(count => count.Value).Key;
    }
}
