namespace Bot.Cards;

static class SpanishWords
{
    public static CardWords Table { get; } = new()
    {
        Outlets = count => Count(count, "medio", "medios"),
        Links = count => Count(count, "enlace", "enlaces"),
        Independent = count => Count(count, "texto independiente", "textos independientes"),
        MoreOnThis = "Más sobre el tema",
        AndMore = count => $"y {count} más",
        Reprints = count => $"+{Count(count, "republicación", "republicaciones")}",
        AlsoAt = (outlets, more) => more > 0 ? $"También en {outlets} y {more} más" : $"También en {outlets}",
        Updated = time => $"Actualizado {time}",
        Withdrawn = "Retirada: esta noticia ya no está publicada.",
        Kind = type => type switch
        {
            "video" => "vídeo",
            "audio" => "audio",
            "podcast" => "pódcast",
            "gallery" => "galería",
            "live" or "liveblog" => "en directo",
            "opinion" => "opinión",
            "interview" => "entrevista",
            _ => type,
        },
        Quality = score => score switch
        {
            >= 85 => "valoración muy alta",
            >= 70 => "valoración alta",
            >= 50 => "valoración media",
            _ => "valoración baja",
        },
        Heat = popularity => popularity switch
        {
            >= 85 => "muchísimas lecturas",
            >= 60 => "muchas lecturas",
            >= 30 => "algunas lecturas",
            _ => "pocas lecturas por ahora",
        },
        Read = outlet => outlet.Length > 0 ? $"Leer en {outlet}" : "Leer",
        AllCoverage = count => $"Toda la cobertura ({count})",
        First = "Primero",
        Best = "Mejor valorado",
        Latest = "Más reciente",
        Pick = (what, outlet) => $"{what}: {outlet}",
        Follow = "Seguir",
        StopFollowing = "Dejar de seguir",
        Coverage = "Toda la cobertura",
        NoOtherCoverage = "Por ahora no se conoce más cobertura de esta noticia.",
        EndOfCoverage = "Eso es todo.",
        Stretch = (from, to, all) => $"{from} a {to} de {all}",
        TakenUp = (count, all) => $"{Count(count, "medio más", "medios más")} · {all} en total",
        PartOf = link => $"Continúa en {link}",
        Developing = "En desarrollo",
        Settled = "Cerrado",
        Digest = "Resumen de noticias",
        NothingNew = "Sin novedades.",
        MoreInMenu = count => $"y {count} más en el menú de abajo",
        NotShown = count => $"{count} más sin mostrar",
        OpenStory = "Abrir una noticia",
        Back = "Atrás",
        More = "Más",
        StoryGone = "Esta noticia ya no está disponible.",
        UnknownButton = "No conozco este botón. Usa /related otra vez.",
        UnknownMenu = "No conozco este menú.",
        UnknownArticle = typed => $"Ningún título contiene «{typed}». Empieza a escribir y elige una de las sugerencias.",
    };

    static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
