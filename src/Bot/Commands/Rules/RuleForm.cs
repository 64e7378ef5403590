using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Rules;

/// <summary>The form of a section of rules, or one page of it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Fields">At most <see cref="DiscordLimits.ModalComponents"/>.</param>
sealed record RuleForm(RuleSection Section, int Page, IReadOnlyList<RuleField> Fields)
{
    /// <summary>In custom ids: <c>numbers</c>, then <c>numbers-2</c>.</summary>
    public string Name { get; } = Page == 1 ? Section.Name : $"{Section.Name}-{Page}";

    public string Title(AnswerTexts words) => Page == 1 ? words.TitleOf(Section) : $"{words.TitleOf(Section)} ({Page})";

    /// <summary>Filled in with the rules' current values.</summary>
    /// <remarks>A value that is too long for its field is not asked for, and stays.</remarks>
    public Form Open(CustomId id, ChannelRules rules, AnswerTexts words)
    {
        var asked = Fields.Where(field => field.Write(rules).Length <= DiscordLimits.TextInput);
        return new(id, Title(words), [.. asked.Select(field => Question(field, rules, words))]);
    }

    public Button Button(string customId, AnswerTexts words) =>
        new() { Style = ButtonStyle.Secondary, Label = $"{Title(words)} …", CustomId = customId };

    /// <summary>What was answered to its questions.</summary>
    public IEnumerable<(RuleField Field, string Text)> Answers(CustomIdInteraction submitted) => Fields
        .Where(field => submitted.Answers.ContainsKey(field.Name))
        .Select(field => (field, RuleAnswers.First(submitted.Answers[field.Name])));

    /// <summary>A rule and the input that asks for it.</summary>
    public static Label Question(RuleField field, ChannelRules rules, AnswerTexts words) => Question(
        field,
        field switch
        {
            { Choices.Count: > 0 } => RuleMenus.Choice(field, rules, field.Name, words),
            { Kind: RuleKind.List or RuleKind.Topics } => Input(field, rules, TextInputStyle.Paragraph, words),
            _ => Input(field, rules, TextInputStyle.Short, words),
        },
        words);

    public static Label Question(RuleField field, Component input, AnswerTexts words) => new()
    {
        Text = RulesText.Capitalized(words.LabelOf(field)),
        Description = DiscordText.Shorten(words.HelpOf(field), DiscordLimits.LabelDescription),
        Component = input,
    };

    static TextInput Input(RuleField field, ChannelRules rules, TextInputStyle style, AnswerTexts words) => new()
    {
        CustomId = field.Name,
        Style = style,
        Value = field.Write(rules) is { Length: > 0 } value ? value : null,
        Placeholder = words.SuchAs(field.Example),
        MaxLength = DiscordLimits.TextInput,
        Required = false,
    };
}
