namespace Bot.Texts;

static partial class Spanish
{
    static ReadingTexts Reading => new()
    {
        SeveralStories = "Coinciden varias noticias. ¿Cuál buscas?",
        TypeMore = "Escribe más palabras del titular para ver menos.",
        ChooseStory = "Elegir una noticia",
        Timeline = "Cronología",
        MinutesLater = minutes => $"+{minutes}\u00A0min",
        HoursLater = hours => $"+{hours}\u00A0h",
        DaysLater = days => $"+{Count(days, "día", "días")}",
        Undated = count => $"{count} a una hora desconocida",
        NoTimes = "No sé cuándo publicó esta noticia ningún medio.",
        PerHour = "Medios por hora",
        PerDay = "Medios por día",
        PerWeek = "Medios por semana",
        Articles = count => Count(count, "artículo", "artículos"),
        FirstIn = (first, shared) => $"primero en publicar: {first} de {shared} noticias recientes que también dieron otros",
        UsualTopics = names => $"Temas habituales: {names}",
        WasFirst = "la dio primero",
        Topics = "Temas",
        HowToReadTopic = "Usa `/topic` para leer uno.",
        Trending = "Tendencias",
        PastDay = "últimas 24 horas",
        PastWeek = "últimos 7 días",
        PastMonth = "últimos 30 días",
        NothingTrending = "Ninguna noticia llegó a varios medios en este tiempo.",
        CatchUp = "Ponte al día",
        SinceAsked = time => $"Desde la última vez que preguntaste, {time}",
        Since = time => $"Desde el {time}",
        NothingSince = time => $"Sin novedades desde el {time}.",
        LookFurtherBack = "Para ir más atrás, indica una fecha: `/catchup since:ayer`.",
        NotFurther = days => $"Miro como máximo {days} días atrás.",
        NewStories = "Noticias nuevas",
        GrownStories = "Más cobertura",
        AndStories = count => $"y {count} más",
        Help = "Lo que puedes hacer",
        NoStoryInMessage = "No conozco ninguna noticia de la que trate este mensaje.",
        InMessageMenu = names => $"En el menú de un mensaje, en Aplicaciones: {names}",
        ForModerators = "Para la moderación",
        Privacy = "Lo que guardo sobre ti",
        NothingStored = "No guardo nada sobre ti.",
        StoredTopics = count => $"**Temas que sigues** · {count}",
        StoredStories = count => $"**Noticias que sigues** · {count}",
        StoredCatchUp = time => $"**La última vez que te pusiste al día** · {time}",
        StoredMessages = count => $"**Mensajes que te envié o te enviaré** · {count}",
        StoredChanges = count => $"**Tus cambios en canales** · {count}",
        WhoSees = "Solo tú ves esto. La moderación ve tus cambios en canales en el registro de cambios de su servidor.",
        Delete = "Borrar mis datos",
        Anonymize = "Quitarme del registro",
        ConfirmDelete =
            "¿Borrar lo que sigues, la última vez que te pusiste al día y lo que sé de los mensajes que te envié? "
            + "No recibirás más mensajes, y esto no se puede deshacer.",
        ConfirmAnonymize =
            "¿Quitarte del registro de cambios? Tus cambios se quedan, pero nadie verá quién los hizo. "
            + "También olvidaré qué canales añadiste. Esto no se puede deshacer.",
        Cancel = "Cancelar",
        Deleted = "Tus datos están borrados.",
        Anonymized = "El registro ya no muestra que fuiste tú.",
    };
}
