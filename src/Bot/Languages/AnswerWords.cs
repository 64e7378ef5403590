using News.Rules;

namespace Bot.Languages;

/// <summary>What the bot answers to members' commands, buttons and forms. Names and typed text are handed in as Markdown.</summary>
sealed record AnswerWords
{
    /// <summary>On the button to the page before.</summary>
    public required string Back { get; init; }

    /// <summary>On the button to the page after.</summary>
    public required string More { get; init; }

    /// <summary>From 1.</summary>
    public required Func<int, string> Page { get; init; }

    public required string LatestNews { get; init; }

    /// <summary>With a topic.</summary>
    public required Func<string, string> LatestIn { get; init; }

    /// <summary>With what was searched for.</summary>
    public required Func<string, string> Found { get; init; }

    /// <inheritdoc cref="Found"/>
    public required Func<string, string> NothingFound { get; init; }

    public required string NothingOlder { get; init; }

    /// <summary>How many items an article lists as related.</summary>
    public required Func<int, string> Related { get; init; }

    public required string NoArticles { get; init; }

    /// <summary>With a topic.</summary>
    public required Func<string, string> NoArticlesIn { get; init; }

    /// <summary>With what was typed.</summary>
    public required Func<string, string> UnknownArticle { get; init; }

    /// <inheritdoc cref="UnknownArticle"/>
    public required Func<string, string> UnknownTopic { get; init; }

    /// <summary>With the names of those there are.</summary>
    public required Func<string, string> Topics { get; init; }

    public required string NoTopics { get; init; }

    public required string TopicGone { get; init; }

    public required string StoryGone { get; init; }

    public required string OnlyMembersFollow { get; init; }

    /// <summary>With a topic.</summary>
    public required Func<string, string> TopicFollowedAlready { get; init; }

    /// <summary>With the names of topics, and how many they are.</summary>
    public required Func<string, int, string> TopicsFollowed { get; init; }

    public required string LatestIsComing { get; init; }

    public required string HowToChange { get; init; }

    /// <summary>With how many may be followed.</summary>
    public required Func<int, string> TooManyTopics { get; init; }

    /// <summary>What a member can do about it.</summary>
    public required string IfNothingComes { get; init; }

    public required string StoryFollowed { get; init; }

    public required string StoryFollowedAlready { get; init; }

    public required string StoryFollowedNoMore { get; init; }

    public required string StoryNotFollowed { get; init; }

    /// <summary>On the menu of a story's topics.</summary>
    public required string FollowItsTopics { get; init; }

    public required string WhatYouFollow { get; init; }

    /// <summary>With the names of topics.</summary>
    public required Func<string, string> PanelTopics { get; init; }

    public required string PanelNoTopics { get; init; }

    /// <summary>With their titles, a line each.</summary>
    public required Func<string, string> PanelStories { get; init; }

    public required string PanelNoStories { get; init; }

    /// <summary>With a time in Discord's markup.</summary>
    public required Func<string, string> Stopped { get; init; }

    /// <inheritdoc cref="Stopped"/>
    public required Func<string, string> NotWritten { get; init; }

    /// <summary>On the menu of topics.</summary>
    public required string TopicsToFollow { get; init; }

    /// <summary>On the menu of followed stories.</summary>
    public required string StopAStory { get; init; }

    public required string TryAgain { get; init; }

    /// <summary>On the button to the form of hours, and at its head.</summary>
    public required string Times { get; init; }

    public required string AtOnce { get; init; }

    /// <summary>With how often it comes.</summary>
    public required Func<string, string> DigestEvery { get; init; }

    /// <summary>In an empty field of a form, with an example.</summary>
    public required Func<string, string> SuchAs { get; init; }

    public required string NothingChanged { get; init; }

    /// <summary>What is wrong with an answer: with that in English, what was asked, and an example.</summary>
    public required Func<string, string, string, string> Wrong { get; init; }

    /// <summary>The rules that members set for themselves, by name. One that is not here is called as moderators know it.</summary>
    public IReadOnlyDictionary<string, RuleWords> Rules { get; init; } = new Dictionary<string, RuleWords>();

    /// <summary>The values of those rules, where there are few; one that is not here is written as in a file.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>With the command that shows such buttons.</summary>
    public required Func<string, string> UnknownButton { get; init; }

    public required string UnknownMenu { get; init; }

    public required string CommandGone { get; init; }

    public required string OldButton { get; init; }

    public required string OldForm { get; init; }

    /// <summary>With a number by which the maintainer finds what happened.</summary>
    public required Func<string, string> WentWrong { get; init; }

    /// <summary>What a rule is called within a line.</summary>
    public string LabelOf(RuleField field) => Rules.TryGetValue(field.Name, out var words) ? words.Label : field.Label;

    /// <summary>What a rule is for, in a sentence.</summary>
    public string HelpOf(RuleField field) => Rules.TryGetValue(field.Name, out var words) ? words.Help : field.Help;
}

/// <param name="Label">What the rule is called within a line.</param>
/// <param name="Help">One sentence.</param>
readonly record struct RuleWords(string Label, string Help);
