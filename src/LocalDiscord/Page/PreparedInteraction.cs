using System.Text.Json.Nodes;
using LocalDiscord.Interactions;

namespace LocalDiscord.Page;

/// <summary>An interaction, and the event that tells the bot about it.</summary>
sealed record PreparedInteraction(Interaction Interaction, JsonObject Event);
