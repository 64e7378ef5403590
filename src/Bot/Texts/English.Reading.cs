namespace Bot.Texts;

static partial class English
{
    static ReadingTexts Reading => new()
    {
        SeveralStories = "Several stories match. Which one do you mean?",
        TypeMore = "Type more of the headline to see fewer.",
        ChooseStory = "Choose a story",
        Timeline = "Timeline",
        MinutesLater = minutes => $"+{minutes} min",
        HoursLater = hours => $"+{hours} h",
        DaysLater = days => $"+{Count(days, "day")}",
        Undated = count => $"{count} at an unknown time",
        NoTimes = "I don't know when any outlet reported this story.",
        PerHour = "Outlets per hour",
        PerDay = "Outlets per day",
        PerWeek = "Outlets per week",
        Articles = count => Count(count, "article"),
        FirstIn = (first, shared) => $"first to report {first} of {shared} recent stories that others covered, too",
        UsualTopics = names => $"Usual topics: {names}",
        WasFirst = "first to report",
        Topics = "Topics",
        HowToReadTopic = "Use `/topic` to read one.",
        Trending = "Trending",
        PastDay = "past 24 hours",
        PastWeek = "past 7 days",
        PastMonth = "past 30 days",
        NothingTrending = "No story spread to several outlets in this time.",
        CatchUp = "Catch up",
        SinceAsked = time => $"Since you last asked, {time}",
        Since = time => $"Since {time}",
        NothingSince = time => $"Nothing new since {time}.",
        LookFurtherBack = "To look further back, choose a time: `/catchup since:yesterday`.",
        NotFurther = days => $"I look back {days} days at most.",
        NewStories = "New stories",
        GrownStories = "More coverage",
        AndStories = count => $"and {count} more",
        Help = "What you can do",
        NoStoryInMessage = "I know no story that this message is about.",
        InMessageMenu = names => $"In a message's menu, under Apps: {names}",
        ForModerators = "For moderators",
        Privacy = "What I store about you",
        NothingStored = "I store nothing about you.",
        StoredTopics = count => $"**Topics you follow** · {count}",
        StoredStories = count => $"**Stories you follow** · {count}",
        StoredCatchUp = time => $"**Your last catch-up** · {time}",
        StoredMessages = count => $"**Messages I sent you or will send** · {count}",
        StoredChanges = count => $"**Your changes to channels** · {count}",
        WhoSees = "Only you can see this. Moderators see your changes to channels in the change log of their server.",
        Delete = "Delete my data",
        Anonymize = "Remove me from the log",
        ConfirmDelete =
            "Delete what you follow, your last catch-up, and what I know about my messages to you? You'll get no more messages, "
            + "and this can't be undone.",
        ConfirmAnonymize =
            "Remove you from the change log? Your changes stay, but nobody sees who made them. I'll also forget which channels you added. "
            + "This can't be undone.",
        Cancel = "Cancel",
        Deleted = "Your data is deleted.",
        Anonymized = "The change log no longer shows that it was you.",
    };
}
