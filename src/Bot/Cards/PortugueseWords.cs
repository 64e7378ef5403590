namespace Bot.Cards;

/// <summary>As Brazil writes it.</summary>
static class PortugueseWords
{
    public static CardWords Table { get; } = new()
    {
        Outlets = count => Count(count, "veículo", "veículos"),
        Links = count => Count(count, "link", "links"),
        Independent = count => Count(count, "texto independente", "textos independentes"),
        MoreOnThis = "Mais sobre o assunto",
        AndMore = count => $"e mais {count}",
        Reprints = count => $"+{Count(count, "republicação", "republicações")}",
        AlsoAt = (outlets, more) => more > 0 ? $"Também em {outlets} e mais {more}" : $"Também em {outlets}",
        Updated = time => $"Atualizado {time}",
        Withdrawn = "Retirada: esta notícia não está mais publicada.",
        Kind = type => type switch
        {
            "video" => "vídeo",
            "audio" => "áudio",
            "podcast" => "podcast",
            "gallery" => "galeria",
            "live" or "liveblog" => "ao vivo",
            "opinion" => "opinião",
            "interview" => "entrevista",
            _ => type,
        },
        Quality = score => score switch
        {
            >= 85 => "avaliação muito alta",
            >= 70 => "avaliação alta",
            >= 50 => "avaliação média",
            _ => "avaliação baixa",
        },
        Heat = popularity => popularity switch
        {
            >= 85 => "muitíssimas leituras",
            >= 60 => "muitas leituras",
            >= 30 => "algumas leituras",
            _ => "poucas leituras por enquanto",
        },
        Read = outlet => outlet.Length > 0 ? $"Ler em {outlet}" : "Ler",
        AllCoverage = count => $"Toda a cobertura ({count})",
        First = "Primeiro",
        Best = "Mais bem avaliado",
        Latest = "Mais recente",
        Pick = (what, outlet) => $"{what}: {outlet}",
        Follow = "Seguir",
        StopFollowing = "Deixar de seguir",
        Coverage = "Toda a cobertura",
        NoOtherCoverage = "Por enquanto, não há outra cobertura desta notícia.",
        EndOfCoverage = "Isso é tudo.",
        Stretch = (from, to, all) => $"{from} a {to} de {all}",
        TakenUp = (count, all) => $"{Count(count, "veículo a mais", "veículos a mais")} · {all} no total",
        PartOf = link => $"Continua em {link}",
        Developing = "Em andamento",
        Settled = "Encerrado",
        Digest = "Resumo de notícias",
        NothingNew = "Nada de novo.",
        MoreInMenu = count => $"e mais {count} no menu abaixo",
        NotShown = count => $"mais {Count(count, "não exibida", "não exibidas")}",
        OpenStory = "Abrir uma notícia",
        Back = "Voltar",
        More = "Mais",
        StoryGone = "Esta notícia não está mais disponível.",
        UnknownButton = "Não conheço este botão. Use /related novamente.",
        UnknownMenu = "Não conheço este menu.",
        UnknownArticle = typed => $"Nenhum título contém “{typed}”. Comece a digitar e escolha uma das sugestões.",
    };

    /// <summary>None is not yet more than one.</summary>
    static string Count(int count, string one, string many) => $"{count} {(count is 0 or 1 ? one : many)}";
}
