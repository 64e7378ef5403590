namespace Bot.Texts;

static partial class German
{
    static ReadingTexts Reading => new()
    {
        SeveralStories = "Mehrere Meldungen passen. Welche meinst du?",
        TypeMore = "Tippe mehr von der Überschrift, dann sind es weniger.",
        ChooseStory = "Meldung auswählen",
        Timeline = "Zeitverlauf",
        MinutesLater = minutes => $"+{minutes} Min.",
        HoursLater = hours => $"+{hours} Std.",
        DaysLater = days => $"+{Count(days, "Tag", "Tage")}",
        Undated = count => $"{count} zu unbekannter Zeit",
        NoTimes = "Ich weiß bei keinem Medium, wann es darüber berichtet hat.",
        PerHour = "Medien pro Stunde",
        PerDay = "Medien pro Tag",
        PerWeek = "Medien pro Woche",
        Articles = count => Count(count, "Artikel", "Artikel"),
        FirstIn = (first, shared) => $"zuerst berichtet: {first} von {shared} neueren Meldungen, die auch andere brachten",
        UsualTopics = names => $"Häufige Themen: {names}",
        WasFirst = "berichtete zuerst",
        Topics = "Themen",
        HowToReadTopic = "Mit `/topic` liest du eines davon.",
        Trending = "Im Trend",
        PastDay = "letzte 24 Stunden",
        PastWeek = "letzte 7 Tage",
        PastMonth = "letzte 30 Tage",
        NothingTrending = "In dieser Zeit hat sich keine Meldung auf mehrere Medien verbreitet.",
        CatchUp = "Was du verpasst hast",
        SinceAsked = time => $"Seit deiner letzten Frage, {time}",
        Since = time => $"Seit {time}",
        NothingSince = time => $"Nichts Neues seit {time}.",
        LookFurtherBack = "Um weiter zurückzuschauen, wähle eine Zeit: `/catchup since:gestern`.",
        NotFurther = days => $"Ich schaue höchstens {days} Tage zurück.",
        NewStories = "Neue Meldungen",
        GrownStories = "Weitere Berichte",
        AndStories = count => $"und {Count(count, "weitere Meldung", "weitere Meldungen")}",
        Help = "Was du tun kannst",
        NoStoryInMessage = "Ich kenne keine Meldung, um die es in dieser Nachricht geht.",
        InMessageMenu = names => $"Im Menü einer Nachricht, unter Apps: {names}",
        ForModerators = "Für die Moderation",
        Privacy = "Was ich über dich speichere",
        NothingStored = "Ich speichere nichts über dich.",
        StoredTopics = count => $"**Themen, denen du folgst** · {count}",
        StoredStories = count => $"**Meldungen, denen du folgst** · {count}",
        StoredCatchUp = time => $"**Zuletzt nachgefragt** · {time}",
        StoredMessages = count => $"**Nachrichten von mir an dich, auch geplante** · {count}",
        StoredChanges = count => $"**Deine Änderungen an Kanälen** · {count}",
        WhoSees = "Das siehst nur du. Deine Änderungen an Kanälen sieht die Moderation im Änderungsprotokoll ihres Servers.",
        Delete = "Meine Daten löschen",
        Anonymize = "Mich aus dem Protokoll entfernen",
        ConfirmDelete =
            "Alles löschen, dem du folgst, wann du zuletzt nachgefragt hast und was ich über meine Nachrichten an dich weiß? "
            + "Du bekommst dann keine Nachrichten mehr. Das lässt sich nicht rückgängig machen.",
        ConfirmAnonymize =
            "Dich aus dem Änderungsprotokoll entfernen? Deine Änderungen bleiben, aber niemand sieht mehr, von wem sie sind. "
            + "Ich vergesse auch, welche Kanäle du hinzugefügt hast. Das lässt sich nicht rückgängig machen.",
        Cancel = "Abbrechen",
        Deleted = "Deine Daten sind gelöscht.",
        Anonymized = "Das Änderungsprotokoll zeigt nicht mehr, dass du es warst.",
    };
}
