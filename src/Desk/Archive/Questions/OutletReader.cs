namespace Desk.Archive.Questions;

/// <summary>Finds the outlet that a question is limited to, or leaves out.</summary>
sealed class OutletReader(IReadOnlyList<QuestionToken> tokens, ArchiveNames archive)
{
    readonly QuestionNames names = new(tokens, archive);

    /// <summary>The outlet that is named from this word on: "from The Verge", "what did ZDNet write", "TechRepublic's posts".</summary>
    /// <returns>The outlet and the number of the first word behind it.</returns>
    public (Outlet Outlet, int End)? At(int at)
    {
        if (at > 0 && QuestionWords.Not.Contains(Word(at - 1)))
            return null;
        return BehindSource(at) ?? Asked(at) ?? Domain(at) ?? Alone(at) ?? Owner(at);
    }

    /// <summary>The outlet that is left out from this word on: "not from ZDNet", "other than ZDNet", "non-ZDNet".</summary>
    /// <inheritdoc cref="At"/>
    public (Outlet Outlet, int End)? LeftOut(int at)
    {
        if (Word(at).StartsWith("non-", StringComparison.Ordinal) && archive.Publisher(Word(at)[4..]) is { } whole)
            return (whole, at + 1);
        int? name = QuestionWords.Not.Contains(Word(at)) ? at + 1
            : QuestionWords.Others.Contains(Word(at)) && QuestionWords.Than.Contains(Word(at + 1)) ? at + 2
            : null;
        return name is { } from ? names.Outlet(QuestionWords.Sources.Contains(Word(from)) ? from + 1 : from) : null;
    }

    (Outlet, int)? BehindSource(int at)
    {
        if (QuestionWords.Sources.Contains(Word(at)) && names.Outlet(at + 1) is { } named)
            return named;
        if (Word(at) == "according" && Word(at + 1) == "to" && names.Outlet(at + 2) is { } according)
            return according;
        return QuestionWords.Places.Contains(Word(at)) && names.Outlet(at + 1) is { } elsewhere
            && (elsewhere.End > at + 2 || Word(at + 1).Contains('.'))
            ? elsewhere
            : null;
    }

    /// <summary>"What did ZDNet write", "ZDNet about licenses".</summary>
    (Outlet, int)? Asked(int at)
    {
        // "Was hat ZDNet über Lizenzen geschrieben"
        if (QuestionWords.Asking.Contains(Word(at - 1)) && names.Outlet(at) is { } asked
            && tokens.Skip(asked.End).Any(token => QuestionWords.Reporting.Contains(token.Word)))
            return asked;
        return at == 0 && names.Outlet(at) is { } subject && QuestionWords.BehindSubjects.Contains(Word(subject.End)) && !names.IsTopic(at)
            ? subject
            : null;
    }

    (Outlet, int)? Domain(int at) => Word(at).Contains('.') && archive.Publisher(Word(at)) is { } domain ? (domain, at + 1) : null;

    /// <summary>"ZDNet", and nothing else; "only ZDNet".</summary>
    (Outlet, int)? Alone(int at)
    {
        if (QuestionWords.Only.Contains(Word(at)) && names.Outlet(at + 1) is { } only)
            return only;
        return names.Outlet(at) is { } named && !names.IsTopic(at)
            && ((at == 0 && named.End == tokens.Count) || QuestionWords.Only.Contains(Word(named.End)))
            ? named
            : null;
    }

    /// <summary>"TechRepublic's posts", "TechRepublic's first post".</summary>
    (Outlet, int)? Owner(int at)
    {
        if (names.IsTopic(at) || names.Outlet(at) is not { } owner)
            return null;
        var isOwner = QuestionNames.WithoutOwner(Word(owner.End - 1)) != Word(owner.End - 1);
        return QuestionWords.Reports.Contains(Word(owner.End)) || (isOwner && QuestionWords.Reports.Contains(Word(owner.End + 1)))
            ? owner
            : null;
    }

    string Word(int at) => at >= 0 && at < tokens.Count ? tokens[at].Word : "";
}
