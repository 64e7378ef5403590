using System.Text.Json;
using Bot.Commands;
using Bot.Commands.Interactions;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Tests.Commands;

/// <summary>Who may use what, also by a custom_id that the bot never showed them, or by a command that they don't see.</summary>
public sealed class AccessTests
{
    const string Refusal = "You need the Manage Server permission for this.";

    static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A button that is missing here was added without a thought about who may press it.</summary>
    static IReadOnlyDictionary<string, Access> Buttons { get; } = new Dictionary<string, Access>
    {
        ["again"] = Access.Everyone,
        ["alerts"] = Access.Moderators,
        ["article"] = Access.Everyone,
        ["ask"] = Access.Everyone,
        ["checklist"] = Access.Moderators,
        ["coverage"] = Access.Everyone,
        ["digest"] = Access.Everyone,
        ["flood"] = Access.ModeratorsOrInPrivate,
        ["follow"] = Access.Everyone,
        ["follow-message"] = Access.Everyone,
        ["following"] = Access.Everyone,
        ["headlines"] = Access.Everyone,
        ["history"] = Access.Moderators,
        ["hub"] = Access.Moderators,
        ["import"] = Access.Moderators,
        ["log"] = Access.Moderators,
        ["outlet"] = Access.Everyone,
        ["pings"] = Access.Moderators,
        ["post"] = Access.Moderators,
        ["post-message"] = Access.Moderators,
        ["presets"] = Access.Moderators,
        ["privacy"] = Access.Everyone,
        ["related"] = Access.Everyone,
        ["replace-presets"] = Access.Moderators,
        ["retry"] = Access.ModeratorsOrInPrivate,
        ["rules"] = Access.Moderators,
        ["search"] = Access.Everyone,
        ["setup"] = Access.Moderators,
        ["summary"] = Access.Everyone,
        ["timeline"] = Access.Everyone,
        ["unfollow"] = Access.Everyone,
        ["topics"] = Access.Everyone,
        ["withdraw"] = Access.Moderators,
    };

    static IReadOnlyDictionary<string, Access> Forms { get; } = new Dictionary<string, Access>
    {
        ["following"] = Access.Everyone,
        ["import"] = Access.Moderators,
        ["pings"] = Access.Moderators,
        ["presets"] = Access.Moderators,
        ["rules"] = Access.Moderators,
    };

    [Fact]
    public async Task Every_kind_of_custom_id_has_its_access()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var catalog = newsroom.Get<CommandCatalog>();

        Assert.Equal(Buttons.OrderBy(one => one.Key), Known(catalog.Buttons.Select(one => (one.Name, one.Access))));
        Assert.Equal(Forms.OrderBy(one => one.Key), Known(catalog.Forms.Select(one => (one.Name, one.Access))));

        static IEnumerable<KeyValuePair<string, Access>> Known(IEnumerable<(string Name, Access Access)> kinds) =>
            kinds.Select(one => KeyValuePair.Create(one.Name, one.Access)).OrderBy(one => one.Key);
    }

    [Theory]
    [InlineData(Permissions.None)]
    [InlineData(Permissions.SendMessages | Permissions.EmbedLinks)]
    public async Task Member_gets_no_answer_to_what_moderators_use(Permissions permissions)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.Get<ChannelAdministration>().SaveAsync(new() { Channel = "42", Guild = "1" }, by: null, Ct);

        foreach (var name in Buttons.Where(one => one.Value != Access.Everyone).Select(one => one.Key))
            Assert.Equal((name, Refusal), (name, (await newsroom.PressAsync(ByMember($"{name}:42:0", permissions))).Content));
        foreach (var name in Forms.Where(one => one.Value != Access.Everyone).Select(one => one.Key))
            Assert.Equal((name, Refusal), (name, (await newsroom.SubmitAsync(ByMember($"{name}:42:0", permissions))).Content));
    }

    [Fact]
    public async Task Nobody_moderates_in_private_messages()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        foreach (var name in Buttons.Where(one => one.Value == Access.Moderators).Select(one => one.Key))
        {
            var pressed = Newsroom.Interaction($"{name}:42:0") with { GuildId = null };
            Assert.Equal((name, Refusal), (name, (await newsroom.PressAsync(pressed)).Content));
        }
    }

    [Theory]
    [InlineData(InteractionType.ApplicationCommand)]
    [InlineData(InteractionType.ApplicationCommandAutocomplete)]
    public async Task Command_for_moderators_refuses_members_who_send_it_anyway(InteractionType type)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var router = newsroom.Get<InteractionRouter>();
        var options = type is InteractionType.ApplicationCommand
            ? """{"type": 1, "name": "list"}"""
            : """{"type": 1, "name": "why", "options": [{"type": 3, "name": "article", "value": "st", "focused": true}]}""";

        if (type is InteractionType.ApplicationCommand)
        {
            Assert.Equal(Refusal, (await router.RunAsync(Command(options, Permissions.SendMessages), Ct)).Content);
            Assert.NotEqual(Refusal, (await router.RunAsync(Command(options, Permissions.ManageGuild), Ct)).Content);
            Assert.NotEqual(Refusal, (await router.RunAsync(Command(options, Permissions.Administrator), Ct)).Content);
        }
        else
        {
            Assert.Empty(await router.SuggestAsync(Command(options, Permissions.SendMessages), Ct));
            Assert.NotEmpty(await router.SuggestAsync(Command(options, Permissions.ManageGuild), Ct));
        }
    }

    static Interaction Command(string option, Permissions permissions) => new()
    {
        Id = new(7),
        ApplicationId = new(8),
        Type = InteractionType.ApplicationCommand,
        Token = "token",
        GuildId = new(1),
        Member = new() { User = new() { Id = new(9) }, Permissions = permissions },
        Data = JsonSerializer.Deserialize<InteractionData>(
            $$"""{"name": "channel", "options": [{{option}}]}""",
            SnakeCase),
    };

    static CustomIdInteraction ByMember(string customId, Permissions permissions) =>
        Newsroom.Interaction(customId) with { Member = new() { Permissions = permissions } };
}
