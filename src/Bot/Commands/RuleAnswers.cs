using Bot.Cards;
using Bot.Languages;
using News.Rules;

namespace Bot.Commands;

/// <summary>Rules as somebody answered to questions about them: everything that was answered, or, where any of it is wrong, nothing.</summary>
static class RuleAnswers
{
    /// <param name="rules">As they are.</param>
    /// <param name="answers">As text that the fields read.</param>
    /// <param name="refusal">What the person is told of what is wrong; null where nothing is.</param>
    public static ChannelRules Read(ChannelRules rules, IEnumerable<(RuleField Field, string Text)> answers, AnswerWords words, out Reply? refusal)
    {
        var (changed, errors) = (rules, new List<string>());
        foreach (var (field, text) in answers)
        {
            if (field.Read(changed, text, out var error) is { } read)
                changed = read;
            else
                errors.Add(words.Wrong(error, words.LabelOf(field), field.Example));
        }

        refusal = errors is [] ? null : Reply.Note($"{words.NothingChanged}\n{string.Join('\n', errors.Select(error => $"- {CardText.Markdown(error, 350)}"))}");
        return refusal is null ? changed : rules;
    }

    /// <summary>What was answered to a form's questions.</summary>
    public static IEnumerable<(RuleField Field, string Text)> Of(RuleForm form, Press press) => form.Fields
        .Where(field => press.Answers.ContainsKey(field.Name))
        .Select(field => (field, First(press.Answers[field.Name])));

    public static string First(IReadOnlyList<string> values) => values is [var first, ..] ? first : "";
}
