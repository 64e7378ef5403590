using LocalDiscord.Rules;

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
        var limit = (int)errors.QueryWhole(request, "limit", 1, Largest, Default);
        var ids = Anchors.Select(name => errors.QueryId(request, name)).ToList();
        if (ids.Count(id => id is not null) > 1)
            errors.Add("", "MESSAGE_QUERY_EXCLUSIVE", "before, after and around are mutually exclusive.");
        errors.ThrowIfAny();
        return (limit, ids[0], ids[1], ids[2]);
    }
}
