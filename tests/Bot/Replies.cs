using System.Text.Json;
using Bot.Commands.Interactions;
using Discord.Models;
using Shared;

namespace Bot.Tests;

/// <summary>Checks of replies.</summary>
static class Replies
{
    public static IEnumerable<Button> Buttons(this Reply reply) =>
        Component.All(reply.Components).OfType<Button>();

    /// <summary>What a note says, with or without a button.</summary>
    public static string? Said(this Reply reply) => reply.Content is { Length: > 0 } text ? text : reply.Embeds.Single().Description;

    public static IEnumerable<StringSelect> Menus(this Reply reply) =>
        Component.All(reply.Components).OfType<StringSelect>();

    /// <summary>All that a person reads in it, from top to bottom.</summary>
    public static string Text(this Reply reply) => Drawing.Of(reply);

    /// <summary>Compares what a person sees with the approved file, and the custom_ids with the expected ones.</summary>
    /// <param name="customIds">Of its menus and buttons, from top to bottom.</param>
    public static void Approve(this Reply reply, string name, string test, params IReadOnlyList<string> customIds)
    {
        Approved.Text(Drawing.Of(reply), name + ".txt", test);
        Assert.Equal(customIds, reply.CustomIds());
        if (reply.Form is not null)
            return;
        var wire = reply.Wire();
        var expected = (reply.IsPrivate ? 64 : 0) | (reply.IsLayout ? 32768 : 0);
        Assert.Equal(expected, wire.TryGetProperty("flags", out var flags) ? flags.GetInt32() : 0);
        Assert.Empty(wire.GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray());
    }

    /// <summary>The custom_ids from top to bottom, as Discord gets them.</summary>
    static IReadOnlyList<string> CustomIds(this Reply reply) =>
    [
        .. Component.All(reply.Components).Select(component => component switch
        {
            Button { CustomId: { } id } => id,
            Select select => select.CustomId,
            _ => null,
        }).OfType<string>(),
    ];

    static JsonElement Wire(this Reply reply)
    {
        using var json = JsonDocument.Parse(InteractionAnswers.Of(reply).Data!.ToJson());
        return json.RootElement.Clone();
    }

    /// <summary>Compares what readers of a channel see with the approved file.</summary>
    public static void Approve(this CreateMessage message, string name, string test) =>
        Approved.Text(Drawing.Of(message), name + ".txt", test);

    /// <summary>All text of a message, from top to bottom.</summary>
    public static string Text(this CreateMessage message) => Drawing.Of(message);
}
