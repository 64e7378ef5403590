namespace Bot.Cards;

static class GermanWords
{
    public static CardWords Table { get; } = new()
    {
        Outlets = count => Count(count, "Medium", "Medien"),
        Links = count => Count(count, "Link", "Links"),
        Independent = count => Count(count, "eigenständiger Text", "eigenständige Texte"),
        MoreOnThis = "Mehr zum Thema",
        AndMore = count => $"und {Count(count, "weiterer Beitrag", "weitere Beiträge")}",
        Reprints = count => $"+{Count(count, "Nachdruck", "Nachdrucke")}",
        AlsoAt = (outlets, more) => more > 0 ? $"Auch bei {outlets} und {more} weiteren" : $"Auch bei {outlets}",
        Updated = time => $"Aktualisiert {time}",
        Withdrawn = "Zurückgezogen: Dieser Beitrag ist nicht mehr veröffentlicht.",
        Kind = type => type switch
        {
            "video" => "Video",
            "audio" => "Audio",
            "podcast" => "Podcast",
            "gallery" => "Bilderstrecke",
            "live" or "liveblog" => "Liveblog",
            "opinion" => "Meinung",
            "interview" => "Interview",
            _ => type,
        },
        Quality = score => score switch
        {
            >= 85 => "sehr gut bewertet",
            >= 70 => "gut bewertet",
            >= 50 => "ordentlich bewertet",
            _ => "schwach bewertet",
        },
        Heat = popularity => popularity switch
        {
            >= 85 => "sehr viel gelesen",
            >= 60 => "viel gelesen",
            >= 30 => "von einigen gelesen",
            _ => "bisher wenig gelesen",
        },
        Read = outlet => outlet.Length > 0 ? $"Lesen bei {outlet}" : "Lesen",
        AllCoverage = count => $"Alle Berichte ({count})",
        First = "Zuerst",
        Best = "Bestbewertet",
        Latest = "Zuletzt",
        Pick = (what, outlet) => $"{what}: {outlet}",
        Follow = "Folgen",
        StopFollowing = "Nicht mehr folgen",
        Coverage = "Alle Berichte",
        NoOtherCoverage = "Weitere Berichte dazu sind noch nicht bekannt.",
        EndOfCoverage = "Das waren alle Berichte.",
        Stretch = (from, to, all) => $"{from} bis {to} von {all}",
        TakenUp = (count, all) => $"{Count(count, "weiteres Medium", "weitere Medien")} · inzwischen {all}",
        PartOf = link => $"Geht weiter als Teil von {link}",
        Developing = "In Entwicklung",
        Settled = "Abgeschlossen",
        Digest = "Nachrichtenüberblick",
        NothingNew = "Nichts Neues.",
        MoreInMenu = count => $"und {count} weitere im Menü unten",
        NotShown = count => $"{count} weitere nicht aufgeführt",
        OpenStory = "Meldung öffnen",
        Back = "Zurück",
        More = "Weiter",
        StoryGone = "Diese Meldung gibt es nicht mehr.",
        UnknownButton = "Diesen Knopf kenne ich nicht. Bitte /related noch einmal eingeben.",
        UnknownMenu = "Dieses Menü kenne ich nicht.",
        UnknownArticle = typed => $"Kein Titel enthält „{typed}“. Einfach zu tippen beginnen und einen der Vorschläge wählen.",
    };

    static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
