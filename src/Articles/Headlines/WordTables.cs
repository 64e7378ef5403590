using Articles.Text;

namespace Articles.Headlines;

/// <summary>English words that stand for others.</summary>
static class WordTables
{
    /// <summary>Irregular forms, synonyms, and countries with their people. The first of a row stands for all.</summary>
    public static readonly Dictionary<string, string> Synonyms = Rows(
        """
        be am are is was were been being
        have has had having
        will wo shall would-be
        can ca
        not cannot nt
        nobody none
        kill kills killed killing dead die dies died dying slain slay slays
        injure injured hurt hurts wound wounded wounds
        beat beats beaten beating defeat defeats defeated
        win wins won winning
        lose loses lost losing
        buy buys bought buying acquire acquires acquired
        sell sells sold selling
        begin begins began begun start starts started commence
        find finds found discover discovered detect detected unearth unearthed
        fall falls fell fallen drop drops dropped slip slump tumble tumbled plunge plunges plunged sink sank decline
        rise rises rose risen climb climbs climbed jump jumps jumped soar soars surge surges grow grows grew grown
        raise raises raised hike hikes hiked
        cut cuts cutting slash slashes slashed reduce trim
        postpone delay delays delayed defer deferred
        cancel cancels cancelled canceled scrap scraps scrapped axe axed ax
        quit quits quitting resign resigns resigned leave leaves leaving left
        sack sacks sacked dismiss dismissed fired oust ousted
        investigate probe probes probed investigation
        name names named appoint appoints appointed
        launch release launched released
        blast explosion explode exploded
        blaze fire fires
        earthquake quake
        get gets got gotten getting
        give gives gave given giving
        go goes went gone going
        hold holds held holding keep keeps kept
        hide hid hidden
        lay lays laid
        lead leads led
        make makes made making
        meet meets met
        pay pays paid
        put puts putting
        see sees saw seen
        say says said tell tells told
        send sends sent
        set sets setting
        shoot shoots shot
        shut shuts shutting close closes closed closing closure
        open opens opened opening
        speak spoke spoken
        spend spent
        stand stood
        steal steals stole stolen
        strike strikes struck striking
        take takes took taken taking
        bite bites bit bitten biting
        break breaks broke broken breaking
        bring brought
        build builds built
        burn burnt
        burst bursts
        choose chose chosen
        come comes came coming
        draw drew drawn
        drive drove driven
        eat ate eaten
        fight fought
        flee flees fled
        fly flies flew flown
        forbid forbade forbidden ban bans banned
        freeze froze frozen
        hit hits hitting
        learn learnt
        mean meant
        ride rode ridden
        ring rang rung
        run runs ran running
        seek sought
        shake shook shaken
        shrink shrank shrunk
        sing sang sung
        sit sat
        spill spills spilt
        spread spreads
        swim swam swum
        teach taught
        tear tore torn
        think thought
        throw threw thrown
        wake woke woken awake awakes awoke
        wear wore worn
        write wrote written
        man men
        woman women
        child children kid kids
        foot feet
        tooth teeth
        mouse mice
        wolf wolves
        wife wives
        life lives
        knife knives
        thief thieves
        half halves halved
        person people
        use uses used using
        teenager teen teens
        firm company companies
        staff employee employees
        police cop cops
        lorry truck
        film movie
        flat apartment
        aircraft plane airplane aeroplane
        petrol gasoline
        mother mum mom
        father dad
        doctor dr
        professor prof
        saint st
        mount mt
        governor gov
        senator sen
        general gen
        road rd
        ex former
        versus v vs
        television tv
        photo picture
        ton tonne
        kilometer kilometre km
        kilogram kg
        hour hr hrs
        meter metre
        sue sues sued suing
        impose slap slapped
        vote ballot
        bid attempt
        huge massive
        britain british
        usa american americans
        france french
        germany german germans
        spain spanish
        italy italian italians
        russia russian russians
        china chinese
        japan japanese
        india indian indians
        iran iranian
        iraq iraqi
        israel israeli israelis
        turkey turkish
        greece greek
        poland polish
        ukraine ukrainian ukrainians
        sweden swedish
        norway norwegian
        denmark danish
        finland finnish
        netherlands dutch
        belgium belgian
        switzerland swiss
        austria austrian
        hungary hungarian
        portugal portuguese
        ireland irish
        scotland scottish
        canada canadian canadians
        mexico mexican
        brazil brazilian
        argentina argentine argentinian
        australia australian australians
        egypt egyptian
        syria syrian
        pakistan pakistani
        thailand thai
        europe european
        """);

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

    /// <summary>Each word of a row, and its stem, by the first word of the row.</summary>
    static Dictionary<string, string> Rows(string table)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')))
            foreach (var word in row)
                forms[word] = row[0];
        foreach (var (word, form) in forms.ToList())
            forms.TryAdd(EnglishStem.Of(word), form);
        return forms.ToDictionary(StringComparer.Ordinal);
    }

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
