using System.Collections.Frozen;
using Articles.Text;

namespace Articles.Headlines;

/// <summary>
/// People who are known by their relation to someone: "mayor's daughter missing" is not "mayor missing, daughter says", although both
/// have the same words.
/// </summary>
sealed class HeadlineRelations
{
    static readonly FrozenSet<string> Relations = Stems(
        """
        wife husband widow widower spouse partner girlfriend boyfriend fiance fiancee daughter son child children kid mother father mom mum
        dad parent stepson stepdaughter stepfather stepmother brother sister sibling twin uncle aunt cousin nephew niece grandson
        granddaughter grandfather grandmother family friend neighbor neighbour lawyer attorney solicitor spokesman spokeswoman spokesperson
        aide adviser advisor assistant secretary deputy bodyguard guard driver chauffeur manager agent coach trainer captain teammate
        colleague ally rival opponent opposition successor predecessor heir landlord tenant employer employee boss doctor nurse
        """);

    /// <summary>They can stand before a relation without saying whose it is.</summary>
    static readonly FrozenSet<string> Links =
        "with by over after and as or against without near from in on at to for of the a an".Split(' ').ToFrozenSet();

    /// <summary>For each relation's stem, whether the headline says whose it is; null if it does so in one place only.</summary>
    readonly Dictionary<string, bool?> areOwned = [];

    public HeadlineRelations(IReadOnlyList<HeadlineToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var stem = EnglishStem.Of(tokens[at].Text);
            if (!Relations.Contains(stem))
                continue;
            bool? isOwned = IsOwned(tokens, at);
            areOwned[stem] = areOwned.TryGetValue(stem, out var known) && known != isOwned ? null : isOwned;
        }
    }

    public bool AreSame(HeadlineRelations other) => areOwned.All(relation =>
        relation.Value is not { } isOwned || other.areOwned.GetValueOrDefault(relation.Key) is not { } isOthers || isOwned == isOthers);

    /// <summary>"Mayor's daughter", "mayor's elder daughter", "Lund daughter", "daughter of the mayor".</summary>
    static bool IsOwned(IReadOnlyList<HeadlineToken> tokens, int at)
    {
        if (at + 1 < tokens.Count && tokens[at + 1] is { StartsPhrase: false, Text: "of" or "for" or "to" })
            return true;
        if (at == 0 || tokens[at].StartsPhrase)
            return false;
        var before = tokens[at - 1];
        return before.IsOwner
            || (before.IsCapital && !Links.Contains(before.Text))
            || (at > 1 && !before.StartsPhrase && tokens[at - 2].IsOwner);
    }

    static FrozenSet<string> Stems(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(EnglishStem.Of).ToFrozenSet();
}
