using System.Globalization;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>
/// Which of a channel's messages a request asks for.
/// https://discord.com/developers/docs/resources/message#get-channel-messages
/// </summary>
static class MessageQuery
{
    const int Default = 50, Largest = 100;

    static readonly string[] Anchors = ["before", "after", "around"];

    public static (int Limit, ulong? Before, ulong? After, ulong? Around) Read(ApiRequest request)
    {
        var errors = new FormErrors();
        var limit = Default;
        if (request.Query("limit") is { } asked
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Largest))
            errors.Add("limit", "NUMBER_TYPE_MAX", $"int value should be between 1 and {Largest}.");
        var ids = Anchors.Select(name => Id(request, name, errors)).ToList();
        if (ids.Count(id => id is not null) > 1)
            errors.Add("", "MESSAGE_QUERY_EXCLUSIVE", "before, after and around are mutually exclusive.");
        errors.ThrowIfAny();
        return (limit, ids[0], ids[1], ids[2]);
    }

    static ulong? Id(ApiRequest request, string name, FormErrors errors)
    {
        if (request.Query(name) is not { } text)
            return null;
        IdFields.Check(text, name, errors);
        return Snowflakes.TryParse(text, out var id) ? id : null;
    }
}
