namespace Discord.Tests.Models;

/// <summary>Payloads that are long and that several tests read.</summary>
static class Examples
{
    public const string SlashCommand = """
        {"id":"1500000000000000001","application_id":"1100000000000000001","type":2,"token":"aW50ZXJhY3Rpb24","version":1,
         "guild_id":"1200000000000000001","guild":{"id":"1200000000000000001","locale":"en-US","features":[]},
         "channel_id":"1210000000000000001","channel":{"id":"1210000000000000001","type":0,"guild_id":"1200000000000000001","name":"general",
           "position":0,"parent_id":null,"nsfw":false,"topic":null,"last_message_id":null,"rate_limit_per_user":0,"flags":0,"permissions":"311385246784"},
         "member":{"user":{"id":"1300000000000000001","username":"alice","discriminator":"0","global_name":"Alice","avatar":null,"public_flags":0},
           "nick":null,"avatar":null,"roles":[],"joined_at":"2024-01-01T00:00:00.000000+00:00","premium_since":null,"deaf":false,"mute":false,
           "pending":false,"flags":0,"communication_disabled_until":null,"permissions":"311385246784"},
         "app_permissions":"311385246784","locale":"en-US","guild_locale":"en-US","entitlements":[],
         "authorizing_integration_owners":{"0":"1200000000000000001"},"context":0,"attachment_size_limit":10485760,
         "data":{"id":"1600000000000000001","name":"feed","type":1,
          "options":[{"name":"add","type":1,"options":[{"name":"url","type":3,"value":"https://ex.org/rss"},{"name":"channel","type":7,"value":"1210000000000000002"}]}],
          "resolved":{"channels":{"1210000000000000002":{"id":"1210000000000000002","type":5,"name":"news","guild_id":"1200000000000000001",
            "parent_id":null,"permissions":"311385246784","app_permissions":"311385246784","flags":0,"position":1,"nsfw":false,"topic":null}}}}}
        """;
}
