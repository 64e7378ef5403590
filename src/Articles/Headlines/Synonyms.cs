using Articles.Text;

namespace Articles.Headlines;

/// <summary>English words that mean the same in a headline.</summary>
static class Synonyms
{
    /// <summary>Irregular forms, synonyms, and countries with their people. The first of a row stands for all.</summary>
    public static readonly Dictionary<string, string> ByWord = Rows(
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
}
