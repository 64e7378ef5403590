namespace Discord.Tests.Models;

/// <summary>Long payloads that several tests use.</summary>
static class Examples
{
    public const string SlashCommand = """
        {"id":"1500000000000000001","application_id":"1100000000000000001","type":2,"token":"aW50ZXJhY3Rpb24","version":1,
         "guild_id":"1200000000000000001","guild":{"id":"1200000000000000001","locale":"en-US","features":[]},
         "channel_id":"1210000000000000001","channel":{"id":"1210000000000000001","type":0,"guild_id":"1200000000000000001",
           "name":"general",
           "position":0,"parent_id":null,"nsfw":false,"topic":null,"last_message_id":null,"rate_limit_per_user":0,"flags":0,
           "permissions":"311385246784"},
         "member":{"user":{"id":"1300000000000000001","username":"alice","discriminator":"0","global_name":"Alice","avatar":null,
           "public_flags":0},
           "nick":null,"avatar":null,"roles":[],"joined_at":"2024-01-01T00:00:00.000000+00:00","premium_since":null,"deaf":false,
           "mute":false,
           "pending":false,"flags":0,"communication_disabled_until":null,"permissions":"311385246784"},
         "app_permissions":"311385246784","locale":"en-US","guild_locale":"en-US","entitlements":[],
         "authorizing_integration_owners":{"0":"1200000000000000001"},"context":0,"attachment_size_limit":10485760,
         "data":{"id":"1600000000000000001","name":"feed","type":1,
          "options":[{"name":"add","type":1,"options":[{"name":"url","type":3,"value":"https://ex.org/rss"},{"name":"channel","type":7,
           "value":"1210000000000000002"}]}],
          "resolved":{"channels":{"1210000000000000002":{"id":"1210000000000000002","type":5,"name":"news",
           "guild_id":"1200000000000000001",
            "parent_id":null,"permissions":"311385246784","app_permissions":"311385246784","flags":0,"position":1,"nsfw":false,
           "topic":null}}}}}
        """;

    /// <summary>A message with every layout component.</summary>
    public const string Card = """
        {"flags":32768,"allowed_mentions":{"parse":[]},"components":[
         {"type":17,"accent_color":3447003,"components":[
          {"type":9,"components":[{"type":10,"content":"### [Headline](https://ex.org/a)"},{"type":10,"content":"Summary…"}],
           "accessory":{"type":11,"media":{"url":"https://ex.org/a.jpg"},"description":"alt text"}},
          {"type":14,"divider":true,"spacing":1},
          {"type":12,"items":[{"media":{"url":"https://ex.org/b.jpg"}}]},
          {"type":10,"content":"-# Source · <t:1754400000:R>"},
          {"type":1,"components":[{"type":2,"style":5,"label":"Read","url":"https://ex.org/a","disabled":false},{"type":2,"style":2,
           "label":"Mute feed","custom_id":"mute:42","disabled":false}]}]}]}
        """;

    /// <summary>A modal with every input component.</summary>
    public const string Form = """
        {"custom_id":"feed:add","title":"Add feed","flags":0,"components":[
         {"type":10,"content":"What shall be read?"},
         {"type":18,"label":"URL","description":"RSS or Atom","component":{"type":4,"custom_id":"url","style":1,"required":true,
           "max_length":500}},
         {"type":18,"label":"Channel","component":{"type":8,"custom_id":"chan","channel_types":[0,5,15],"required":true}},
         {"type":18,"label":"Roles","component":{"type":6,"custom_id":"roles","placeholder":"Pick",
          "default_values":[{"id":"7","type":"role"}],"min_values":1,"max_values":3}},
         {"type":18,"label":"Photos","component":{"type":19,"custom_id":"photos","min_values":0,"max_values":3,"required":false}},
         {"type":18,"label":"How often","component":{"type":21,"custom_id":"pace","required":true,"options":[
          {"label":"At once","value":"now","description":"Each story by itself","default":true},{"label":"Once a day","value":"daily"}]}},
         {"type":18,"label":"Days","component":{"type":22,"custom_id":"days","min_values":1,"max_values":2,
           "options":[{"label":"Monday","value":"mon"},{"label":"Friday","value":"fri"}]}},
         {"type":18,"label":"Quiet at night","component":{"type":23,"custom_id":"quiet","default":true}},
         {"type":18,"label":"Topic","component":{"type":3,"custom_id":"topic","options":[{"label":"World","value":"world",
           "default":false}]}}]}
        """;
}
