using Desk.Channels;

namespace Bot.Texts;

/// <summary>The answers to members' commands, buttons and forms. Names and typed text must already be escaped for Markdown.</summary>
sealed record AnswerTexts
{
    /// <summary>On the button to the previous page.</summary>
    public required string Back { get; init; }

    /// <summary>On the button to the next page.</summary>
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

    public required string NoArticles { get; init; }

    /// <summary>With a topic.</summary>
    public required Func<string, string> NoArticlesIn { get; init; }

    /// <summary>With the names of all topics.</summary>
    public required Func<string, string> Topics { get; init; }

    public required string NoTopics { get; init; }

    public required string TopicGone { get; init; }

    public required string StoryGone { get; init; }

    public required string OnlyMembersFollow { get; init; }

    /// <summary>With a topic.</summary>
    public required Func<string, string> TopicFollowedAlready { get; init; }

    /// <summary>With the names of topics, and their number.</summary>
    public required Func<string, int, string> TopicsFollowed { get; init; }

    public required string LatestIsComing { get; init; }

    public required string HowToChange { get; init; }

    /// <summary>With the limit.</summary>
    public required Func<int, string> TooManyTopics { get; init; }

    public required string IfNothingComes { get; init; }

    public required string StoryFollowed { get; init; }

    public required string StoryFollowedAlready { get; init; }

    /// <summary>With a topic.</summary>
    public required Func<string, string> TopicFollowedNoMore { get; init; }

    public required string StoryFollowedNoMore { get; init; }

    public required string StoryNotFollowed { get; init; }

    /// <summary>On the menu of a story's topics.</summary>
    public required string FollowItsTopics { get; init; }

    public required string WhatYouFollow { get; init; }

    /// <summary>With the names of topics.</summary>
    public required Func<string, string> PanelTopics { get; init; }

    public required string PanelNoTopics { get; init; }

    /// <summary>With their titles, one per line.</summary>
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

    /// <summary>The titles of sections of rules that members set, by name. A section that is missing here has its English title.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();

    /// <summary>In an empty field of a form, with an example.</summary>
    public required Func<string, string> SuchAs { get; init; }

    public required string NothingChanged { get; init; }

    /// <summary>An answer that is not valid: with the error in English, the rule's label, and an example.</summary>
    public required Func<string, string, string, string> Wrong { get; init; }

    /// <summary>The rules that members set, by name. A rule that is missing here has its English words.</summary>
    public IReadOnlyDictionary<string, RuleWords> Rules { get; init; } = new Dictionary<string, RuleWords>();

    /// <summary>The choices of those rules. A choice that is missing here has its English label.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>With the command that shows such buttons.</summary>
    public required Func<string, string> UnknownButton { get; init; }

    public required string UnknownMenu { get; init; }

    public required string CommandGone { get; init; }

    public required string OldButton { get; init; }

    public required string OldForm { get; init; }

    /// <summary>A form can't open after Discord's deadline.</summary>
    public required string FormTooLate { get; init; }

    /// <summary>With a reference to the error in the log.</summary>
    public required Func<string, string> WentWrong { get; init; }

    /// <summary>In lower case, except in German.</summary>
    public string LabelOf(RuleField field) => Rules.TryGetValue(field.Name, out var words) ? words.Label : field.Label;

    public string HelpOf(RuleField field) => Rules.TryGetValue(field.Name, out var words) ? words.Help : field.Help;

    public string LabelOf(RuleChoice choice) => Values.GetValueOrDefault(choice.Text, choice.Label);

    public string TitleOf(RuleSection section) => Sections.GetValueOrDefault(section.Name, section.Title);
}

/// <summary>The words of a <see cref="RuleField"/> in another language.</summary>
readonly record struct RuleWords(string Label, string Help);
