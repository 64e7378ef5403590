namespace Bot.Texts;

static partial class Portuguese
{
    static ReadingTexts Reading => new()
    {
        SeveralStories = "Várias notícias correspondem. Qual delas você quer?",
        TypeMore = "Digite mais do título para ver menos opções.",
        ChooseStory = "Escolher uma notícia",
        Timeline = "Linha do tempo",
        MinutesLater = minutes => $"+{minutes}\u00A0min",
        HoursLater = hours => $"+{hours}\u00A0h",
        DaysLater = days => $"+{Count(days, "dia", "dias")}",
        Undated = count => $"{count} em horário desconhecido",
        NoTimes = "Não sei quando os veículos deram esta notícia.",
        PerHour = "Veículos por hora",
        PerDay = "Veículos por dia",
        PerWeek = "Veículos por semana",
        Articles = count => Count(count, "artigo", "artigos"),
        FirstIn = (first, shared) => $"primeiro a publicar: {first} de {shared} notícias recentes que outros também deram",
        UsualTopics = names => $"Assuntos habituais: {names}",
        WasFirst = "deu primeiro",
        Topics = "Assuntos",
        HowToReadTopic = "Use `/topic` para ler um deles.",
        Trending = "Em alta",
        PastDay = "últimas 24 horas",
        PastWeek = "últimos 7 dias",
        PastMonth = "últimos 30 dias",
        NothingTrending = "Nenhuma notícia chegou a vários veículos nesse período.",
        CatchUp = "O que você perdeu",
        SinceAsked = time => $"Desde a última vez que você perguntou, {time}",
        Since = time => $"Desde {time}",
        NothingSince = time => $"Nada de novo desde {time}.",
        LookFurtherBack = "Para voltar mais no tempo, informe uma data: `/catchup since:ontem`.",
        NotFurther = days => $"Olho no máximo {days} dias para trás.",
        NewStories = "Notícias novas",
        GrownStories = "Mais cobertura",
        AndStories = count => $"e mais {count}",
        Help = "O que você pode fazer",
        NoStoryInMessage = "Não conheço nenhuma notícia de que trate esta mensagem.",
        InMessageMenu = names => $"No menu de uma mensagem, em Apps: {names}",
        ForModerators = "Para a moderação",
        Privacy = "O que guardo sobre você",
        NothingStored = "Não guardo nada sobre você.",
        StoredTopics = count => $"**Assuntos que você segue** · {count}",
        StoredStories = count => $"**Notícias que você segue** · {count}",
        StoredCatchUp = time => $"**A última vez que você se atualizou** · {time}",
        StoredMessages = count => $"**Mensagens que enviei ou vou enviar a você** · {count}",
        StoredChanges = count => $"**Suas mudanças em canais** · {count}",
        WhoSees = "Só você vê isto. A moderação vê suas mudanças em canais no registro de mudanças do servidor dela.",
        Delete = "Apagar meus dados",
        Anonymize = "Tirar meu nome do registro",
        ConfirmDelete =
            "Apagar o que você segue, a última vez que você se atualizou e o que sei sobre as mensagens que enviei a você? "
            + "Você não vai receber mais mensagens, e isso não pode ser desfeito.",
        ConfirmAnonymize =
            "Tirar seu nome do registro de mudanças? Suas mudanças ficam, mas ninguém vê quem as fez. "
            + "Também vou esquecer quais canais você adicionou. Isso não pode ser desfeito.",
        Cancel = "Cancelar",
        Deleted = "Seus dados foram apagados.",
        Anonymized = "O registro não mostra mais que foi você.",
    };
}
