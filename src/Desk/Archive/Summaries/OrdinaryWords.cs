using System.Collections.Frozen;
using Desk.Archive.Questions;

namespace Desk.Archive.Summaries;

/// <summary>
/// Words that begin sentences and are no names, in English, German, French, Spanish and Portuguese, folded. Everything else with a
/// capital must be in a source.
/// </summary>
static class OrdinaryWords
{
    static readonly FrozenSet<string> Openers =
        """
        according accordingly additionally afterward afterwards although amid among another apart around because besides beyond
        consequently despite due either elsewhere even eventually every few finally first following fewer given hence however
        initially instead later less likewise many meanwhile moreover much neither nevertheless nonetheless nor none nothing
        once otherwise overall people previously rather regarding second several similarly since subsequently therefore these third
        though through throughout thus today together tomorrow toward ultimately unless unlike upon whereas whether yet yesterday
        reports sources neither currently officials authorities residents workers experts analysts researchers
        allerdings außerdem bereits bisher bislang dabei dadurch dafur dagegen daher danach daneben daraufhin darum davor dazu deshalb
        deswegen einige ferner hierbei hinzu inzwischen jedoch laut manche mehrere mittlerweile obwohl schließlich seit seitdem
        somit sowohl spater statt trotz trotzdem viele wahrend wegen weitere weiterhin weil zudem zuerst zuletzt zunachst zuvor
        afin apres aujourd'hui auparavant avant certains cependant chez concernant d'apres deja dernierement desormais durant
        egalement enfin ensuite entre finalement jusqu'a lors lorsque malgre neanmoins parmi pendant plusieurs puis quant selon
        tandis toutefois tant tel telle
        actualmente ademas algunas algunos antes asimismo aunque debido desde despues durante embargo entonces finalmente incluso
        luego mientras pese posteriormente segun tampoco tras varias varios
        l d j n s c m t qu
        alem algumas alguns ainda apesar assim atualmente conforme contudo depois desde durante embora enquanto entretanto
        finalmente logo porem posteriormente segundo tambem tampouco todavia varias varios
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>They begin few sentences, but are names of people, too.</summary>
    static readonly FrozenSet<string> Names = ["may", "will"];

    public static bool Contains(string folded, string language) =>
        Openers.Contains(folded) || (StopWords.Contains(folded, language) && !Names.Contains(folded));
}
