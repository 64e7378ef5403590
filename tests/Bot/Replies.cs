using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Commands;
using Discord;
using Shared;

namespace Bot.Tests;

/// <summary>Replies as tests look at them.</summary>
static class Replies
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Button> Buttons(this Reply reply) =>
        reply.Components.OfType<ActionRow>().SelectMany(row => row.Components).OfType<Button>();

    public static IEnumerable<StringSelect> Menus(this Reply reply) =>
        reply.Components.OfType<ActionRow>().SelectMany(row => row.Components).OfType<StringSelect>();

    /// <summary>Compares what would be sent to Discord with the approved file.</summary>
    public static void Approve(this Reply reply, string name, string test) => Approve(InteractionAnswers.Of(reply).Data!.ToJson(), name, test);

    /// <inheritdoc cref="Approve(Reply, string, string)"/>
    public static void Approve(this CreateMessage message, string name, string test) => Approve(message.ToJson(), name, test);

    static void Approve(string message, string name, string test)
    {
        using var json = JsonDocument.Parse(message);
        Approved.Text(JsonSerializer.Serialize(json, Readable), name + ".json", test);
    }
}
