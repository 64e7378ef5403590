namespace Desk.Channels;

/// <param name="Rules">Null if there is an error.</param>
/// <param name="Error">Continues after the rule's name: <c>"three" is not a whole number. …</c></param>
readonly record struct RuleReading(ChannelRules? Rules, string Error)
{
    public static implicit operator RuleReading(ChannelRules rules) => new(rules, "");

    public static RuleReading Failed(string error) => new(null, error);

    /// <summary>A value in an error, shortened.</summary>
    public static string Quoted(string text) => text.Length <= 60 ? $"\"{text}\"" : $"\"{text[..57]}...\"";
}
