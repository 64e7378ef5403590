using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Rules;

/// <summary>How a panel asks for rules: some by a menu of their own, the others in forms, each a section or a part of one.</summary>
/// <remarks>
/// Pings have a panel of their own. The rest follows from the rules' sections. A section with more rules than fit into a form continues in
/// a second one.
/// </remarks>
sealed class RuleForms(IReadOnlyList<RuleField> fields)
{
    public IReadOnlyList<RuleField> Fields => fields;

    /// <summary>The rules with a menu of their own.</summary>
    public IReadOnlyList<RuleField> Menus { get; } = [.. In(fields, RuleSection.Menus)];

    public IReadOnlyList<RuleForm> All { get; } =
        [.. RuleSection.All.Where(section => section != RuleSection.Menus).SelectMany(section => PagesOf(fields, section))];

    /// <summary>Null for a name that no form has.</summary>
    public RuleForm? Of(string? name) => All.FirstOrDefault(form => form.Name == name);

    /// <summary>Null for a rule that has no menu.</summary>
    public RuleField? Menu(string? name) => Menus.FirstOrDefault(field => field.Name == name);

    /// <summary>For the rules that members set for the topics they follow.</summary>
    public static RuleForms ForMembers(RuleFields rules) => new([.. rules.Where(field => field.IsForMembers)]);

    static IEnumerable<RuleField> In(IEnumerable<RuleField> fields, RuleSection section) => fields.Where(field => field.Section == section);

    static IEnumerable<RuleForm> PagesOf(IEnumerable<RuleField> fields, RuleSection section) => In(fields, section)
        .Where(field => field.Kind is not RuleKind.Pings)
        .Chunk(DiscordLimits.ModalComponents)
        .Select((page, index) => new RuleForm(section, Page: index + 1, page));
}
