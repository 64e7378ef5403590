namespace Bot.Texts;

static partial class French
{
    static ReadingTexts Reading => new()
    {
        SeveralStories = "Plusieurs articles correspondent. Lequel voulez-vous\u00A0?",
        TypeMore = "Tapez une plus grande partie du titre pour en voir moins.",
        ChooseStory = "Choisir un article",
        Timeline = "Chronologie",
        MinutesLater = minutes => $"+{minutes}\u00A0min",
        HoursLater = hours => $"+{hours}\u00A0h",
        DaysLater = days => $"+{Count(days, "jour", "jours")}",
        Undated = count => $"{count} à une heure inconnue",
        NoTimes = "Je ne sais pas quand les médias ont parlé de cet article.",
        PerHour = "Médias par heure",
        PerDay = "Médias par jour",
        PerWeek = "Médias par semaine",
        Articles = count => Count(count, "article", "articles"),
        FirstIn = (first, shared) => $"premier à publier\u00A0: {first} sur {shared} articles récents repris par d'autres",
        UsualTopics = names => $"Thèmes habituels\u00A0: {names}",
        WasFirst = "premier à en parler",
        Topics = "Thèmes",
        HowToReadTopic = "Utilisez `/topic` pour en lire un.",
        Trending = "Tendances",
        PastDay = "dernières 24\u00A0heures",
        PastWeek = "7\u00A0derniers jours",
        PastMonth = "30\u00A0derniers jours",
        NothingTrending = "Aucun article n'a été repris par plusieurs médias pendant cette période.",
        CatchUp = "Ce que vous avez manqué",
        SinceAsked = time => $"Depuis votre dernière demande, {time}",
        Since = time => $"Depuis le {time}",
        NothingSince = time => $"Rien de nouveau depuis le {time}.",
        LookFurtherBack = "Pour remonter plus loin, choisissez une date\u00A0: `/catchup since:hier`.",
        NotFurther = days => $"Je remonte au plus à {days}\u00A0jours.",
        NewStories = "Nouveaux articles",
        GrownStories = "Repris par d'autres médias",
        AndStories = count => $"et {Count(count, "autre article", "autres articles")}",
        Help = "Ce que vous pouvez faire",
        NoStoryInMessage = "Je ne connais aucun article dont parle ce message.",
        InMessageMenu = names => $"Dans le menu d'un message, sous Applis\u00A0: {names}",
        ForModerators = "Pour la modération",
        Privacy = "Ce que je conserve sur vous",
        NothingStored = "Je ne conserve rien sur vous.",
        StoredTopics = count => $"**Thèmes que vous suivez** · {count}",
        StoredStories = count => $"**Articles que vous suivez** · {count}",
        StoredCatchUp = time => $"**Votre dernier rattrapage** · {time}",
        StoredMessages = count => $"**Messages envoyés ou à vous envoyer** · {count}",
        StoredChanges = count => $"**Vos modifications de salons** · {count}",
        WhoSees = "Vous seul voyez ceci. La modération voit vos modifications de salons dans le journal de son serveur.",
        Delete = "Supprimer mes données",
        Anonymize = "Me retirer du journal",
        ConfirmDelete =
            "Supprimer ce que vous suivez, votre dernier rattrapage et ce que je sais des messages que je vous ai envoyés\u00A0? "
            + "Vous ne recevrez plus de messages, et c'est irréversible.",
        ConfirmAnonymize =
            "Vous retirer du journal des modifications\u00A0? Vos modifications restent, mais personne ne voit plus qui les a faites. "
            + "J'oublierai aussi quels salons vous avez ajoutés. C'est irréversible.",
        Cancel = "Annuler",
        Deleted = "Vos données sont supprimées.",
        Anonymized = "Le journal ne montre plus que c'était vous.",
    };
}
