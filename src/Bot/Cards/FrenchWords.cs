namespace Bot.Cards;

/// <summary>With the space that does not break before a colon and within quotation marks.</summary>
static class FrenchWords
{
    public static CardWords Table { get; } = new()
    {
        Outlets = count => Count(count, "média", "médias"),
        Links = count => Count(count, "lien", "liens"),
        Independent = count => Count(count, "texte indépendant", "textes indépendants"),
        MoreOnThis = "Sur le même sujet",
        AndMore = count => $"et {Count(count, "autre article", "autres articles")}",
        Reprints = count => $"+{Count(count, "reprise", "reprises")}",
        AlsoAt = (outlets, more) => more > 0 ? $"Aussi sur {outlets} et {Count(more, "autre", "autres")}" : $"Aussi sur {outlets}",
        Updated = time => $"Mis à jour {time}",
        Withdrawn = "Retiré\u00A0: cet article n’est plus publié.",
        Kind = type => type switch
        {
            "video" => "vidéo",
            "audio" => "audio",
            "podcast" => "podcast",
            "gallery" => "diaporama",
            "live" or "liveblog" => "direct",
            "opinion" => "opinion",
            "interview" => "entretien",
            _ => type,
        },
        Quality = score => score switch
        {
            >= 85 => "très bien noté",
            >= 70 => "bien noté",
            >= 50 => "correctement noté",
            _ => "mal noté",
        },
        Heat = popularity => popularity switch
        {
            >= 85 => "très largement lu",
            >= 60 => "largement lu",
            >= 30 => "moyennement lu",
            _ => "peu lu pour l’instant",
        },
        Read = outlet => outlet.Length > 0 ? $"Lire sur {outlet}" : "Lire",
        AllCoverage = count => $"Toute la couverture ({count})",
        First = "Premier",
        Best = "Mieux noté",
        Latest = "Plus récent",
        Pick = (what, outlet) => $"{what}\u00A0: {outlet}",
        Follow = "Suivre",
        StopFollowing = "Ne plus suivre",
        Coverage = "Toute la couverture",
        NoOtherCoverage = "Aucun autre article connu sur ce sujet pour l’instant.",
        EndOfCoverage = "C’est tout.",
        Stretch = (from, to, all) => $"{from} à {to} sur {all}",
        TakenUp = (count, all) => $"{Count(count, "média de plus", "médias de plus")} · {all} au total",
        PartOf = link => $"Se poursuit dans {link}",
        Developing = "En cours",
        Settled = "Terminé",
        Digest = "L’essentiel de l’actualité",
        NothingNew = "Rien de nouveau.",
        MoreInMenu = count => $"et {Count(count, "autre", "autres")} dans le menu ci-dessous",
        NotShown = count => Count(count, "autre non affiché", "autres non affichés"),
        OpenStory = "Ouvrir un article",
        Back = "Retour",
        More = "Suite",
        StoryGone = "Cet article n’est plus disponible.",
        UnknownButton = "Je ne connais pas ce bouton. Utilisez /related à nouveau.",
        UnknownMenu = "Je ne connais pas ce menu.",
        UnknownArticle = typed => $"Aucun titre ne contient «\u00A0{typed}\u00A0». Commencez à taper et choisissez l’une des suggestions.",
    };

    /// <summary>None is not yet more than one.</summary>
    static string Count(int count, string one, string many) => $"{count} {(count is 0 or 1 ? one : many)}";
}
