using Articles.Text;

namespace Articles.Headlines;

/// <summary>One form for each word of a headline, whatever its ending, spelling or synonym.</summary>
static class WordForms
{
    public static string Of(HeadlineToken token)
    {
        if (token.IsUpper && WordTables.Acronyms.TryGetValue(token.Text, out var spelledOut))
            return spelledOut;
        return token.IsNumber ? token.Text : Of(token.Text);
    }

    public static bool IsParticiple(string text) =>
        WordTables.Participles.Contains(text) || (text.Length > 4 && text.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>The longest phrase that starts here.</summary>
    /// <returns>Its form, and how many words it takes; nothing and 0 if there is none.</returns>
    public static (string? Form, int Length) PhraseAt(string[] forms, int at)
    {
        if (!WordTables.Phrases.TryGetValue(forms[at], out var phrases))
            return (null, 0);
        foreach (var (words, whole) in phrases)
        {
            var i = 1;
            while (i < words.Length && at + i < forms.Length && forms[at + i] == words[i])
                i++;
            if (i == words.Length)
                return (whole, i);
        }

        return (null, 0);
    }

    public static string Of(string text)
    {
        if (Synonyms.ByWord.TryGetValue(text, out var form))
            return form;
        var stem = EnglishStem.Of(American(text));
        return Synonyms.ByWord.GetValueOrDefault(stem) ?? stem;
    }

    static string American(string text)
    {
        if (text.Length < 4 || !WordTables.Spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(0, 4), out var pairs))
            return text;
        var pair = Array.Find(pairs, pair => text.StartsWith(pair[0], StringComparison.Ordinal));
        return pair is null ? text : $"{pair[1]}{text.AsSpan(pair[0].Length)}";
    }
}

/// <summary>Spellings, abbreviations, and phrases that stand for other English words. Single words are in <see cref="Synonyms"/>.</summary>
static class WordTables
{
    /// <summary>Where American and British English differ within a word: the British beginning of the word, and the American one.</summary>
    public static readonly Dictionary<string, string[][]> Spellings = Spelled(
        """
        harbour harbor|labour labor|colour color|favour favor|honour honor|neighbour neighbor|rumour rumor|humour humor|flavour flavor
        behaviour behavior|armour armor|vapour vapor|odour odor|tumour tumor|savour savor|parlour parlor|vigour vigor|endeavour endeavor
        glamour glamor|candour candor|splendour splendor|clamour clamor|centre center|theatre theater|litre liter|fibre fiber
        metre meter|kilometre kilometer|calibre caliber|lustre luster|sombre somber|spectre specter|sabre saber
        defence defense|offence offense|licence license|pretence pretense|programme program|grey gray|tyre tire|cheque check
        aluminium aluminum|jewell jewel|travell travel|cancell cancel|councillor councilor|counsell counsel|labell label|modell model
        signall signal|fuell fuel|marvell marvel|woollen woolen|skilful skillful|mould mold
        plough plow|storey story|manoeuvre maneuver|paediatric pediatric|anaesthe anesthe|haemo hemo|oesoph esoph|foetus fetus
        archaeolog archeolog|encyclopaedia encyclopedia|catalogue catalog|dialogue dialog|analogue analog|sceptic skeptic|pyjama pajama
        organis organiz|realis realiz|recognis recogniz|criticis criticiz|apologis apologiz|emphasis emphasiz|legalis legaliz
        nationalis nationaliz|privatis privatiz|stabilis stabiliz|modernis moderniz|authoris authoriz|mobilis mobiliz|penalis penaliz
        hospitalis hospitaliz|finalis finaliz|specialis specializ|summaris summariz|minimis minimiz|maximis maximiz|optimis optimiz
        prioritis prioritiz|subsidis subsidiz|vandalis vandaliz|memoris memoriz|analys analyz|paralys paralyz|artefact artifact
        ageing aging|judgement judgment|likeable likable|whisky whiskey|doughnut donut|moustache mustache|cosy cozy
        """);

    /// <summary>In capital letters only: "us" and "who" are other words.</summary>
    public static readonly Dictionary<string, string> Acronyms = new Dictionary<string, string>
    {
        ["us"] = "usa", ["usa"] = "usa", ["uk"] = "britain", ["un"] = "united-nations", ["eu"] = "european-union", ["who"] = "who-",
        ["it"] = "it-", ["pm"] = "prime-minister", ["uae"] = "emirate",
    }.ToDictionary();

    /// <summary>Several words that are one. Each is compared in its own form, so "called off" is "call off", too.</summary>
    public static readonly Dictionary<string, (string[] Words, string Form)[]> Phrases = Joined(
        "usa: united states of america|united states", "britain: united kingdom|great britain", "united-nations: united nations",
        "european-union: european union", "prime-minister: prime minister", "ceo: chief executive officer|chief executive",
        "vice-president: vice president", "nobody: no one|no 1|not anybody|not anyone", "percent: per cent", "ton: metric ton",
        "new-york: new york", "new-zealand: new zealand", "new-jersey: new jersey", "new-mexico: new mexico", "new-orleans: new orleans",
        "new-delhi: new delhi", "new-hampshire: new hampshire", "new-south-wales: new south wales", "new-year: new year",
        "cancel: call off", "postpone: put off|put back|push back", "begin: set off on|set off|kick off|get under way", "quit: step down",
        "rise: go up", "fall: go down", "buy: snap up|take over", "firefighter: fire crew|fire fighter", "lay-off: lay off",
        "in: town of|city of|village of", "after: because of|due to|thanks to|owing to|as a result of", "before: ahead of|prior to",
        "against: up against",
        "about: more than|at least", "by: by means of", "without-more: no longer|not any more|not anymore",
        "artificial-intelligence: artificial intelligence|ai", "world-cup: world cup", "prison: behind bars",
        "world-war: world war", "smart-phone: smart phone", "jail: send to prison|put in prison");

    /// <summary>"Up 5%" is a rise.</summary>
    public static readonly Dictionary<string, string> BeforeNumbers =
        new Dictionary<string, string> { ["up"] = "rise", ["down"] = "fall" }.ToDictionary();

    public static readonly HashSet<string> Participles =
    [
        "beaten", "bitten", "born", "bought", "broken", "brought", "built", "burnt", "burst", "caught", "chosen", "cut", "dead", "die",
        "dies", "driven", "drawn", "eaten", "fallen", "forbidden", "found", "frozen", "given", "grown", "held", "hidden", "hit", "hurt",
        "kept", "laid", "led", "left", "lost", "made", "met", "paid", "put", "seen", "sent", "set", "shaken", "shot", "shut", "sold",
        "spilt", "spread", "stolen", "struck", "sunk", "taken", "thrown", "told", "torn", "won", "written",
    ];

    static Dictionary<string, string[][]> Spelled(string table) =>
        table.Split(['\n', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split(' '))
            .GroupBy(pair => pair[0][..4])
            .ToDictionary(pairs => pairs.Key, pairs => pairs.ToArray(), StringComparer.Ordinal);

    static Dictionary<string, (string[] Words, string Form)[]> Joined(params string[] rows) =>
        rows.Select(row => row.Split(": "))
            .SelectMany(row => row[1].Split('|').Select(phrase => (Words: phrase.Split(' ').Select(WordForms.Of).ToArray(), Form: row[0])))
            .OrderByDescending(phrase => phrase.Words.Length)
            .GroupBy(phrase => phrase.Words[0])
            .ToDictionary(phrases => phrases.Key, phrases => phrases.ToArray(), StringComparer.Ordinal);
}
