using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Channels;

namespace Bot.Commands.Rules;

/// <summary>Changes rules as somebody answered: all answers count, or, if one of them is not valid, none.</summary>
static class RuleAnswers
{
    const int ErrorLength = 350;

    /// <param name="refusal">What the person gets if an answer is not valid; null if all are.</param>
    public static ChannelRules Read(
        ChannelRules rules,
        IEnumerable<(RuleField Field, string Text)> answers,
        AnswerTexts words,
        out Reply? refusal)
    {
        var (changed, errors) = (rules, new List<string>());
        foreach (var (field, text) in answers)
        {
            if (field.Read(changed, text, out var error) is { } read)
                changed = read;
            else
                errors.Add(words.Wrong(error, RulesText.Capitalized(words.LabelOf(field)), field.Example));
        }

        var lines = errors.Select(error => $"- {CardText.Markdown(error, ErrorLength)}").Prepend(words.NothingChanged);
        refusal = errors is [] ? null : Reply.Note(string.Join('\n', lines));
        return refusal is null ? changed : rules;
    }

    public static string First(IReadOnlyList<string> values) => values is [var first, ..] ? first : "";
}
