using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Follow;

/// <summary><c>/privacy</c>: what is stored about a member, with buttons that delete it after a confirmation.</summary>
sealed class PrivacyCommand(MemberDataStore data) : ISlashCommand, IButton
{
    const string AskDelete = "delete";
    const string Delete = "delete-now";
    const string AskAnonymize = "anonymize";
    const string Anonymize = "anonymize-now";
    const string Back = "back";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "privacy",
        Description = "See and delete what I store about you",
    };

    public bool IsPrivate => true;

    public string Name => Spec.Name;

    public Access Access => Access.Everyone;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        DrawAsync(call.UserId?.ToString() ?? "", BotTexts.Of(call.Language), done: null, ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        var words = BotTexts.Of(interaction.Language);
        if (interaction.UserId?.ToString() is not { } member)
            return Reply.Note(words.Answers.UnknownButton("/privacy"));
        switch (interaction.CustomId.Words)
        {
            case AskDelete:
                return Question(words, words.Reading.ConfirmDelete, words.Reading.Delete, Delete);
            case AskAnonymize:
                return Question(words, words.Reading.ConfirmAnonymize, words.Reading.Anonymize, Anonymize);
            case Delete:
                await data.DeleteAsync(member, ct);
                return await DrawAsync(member, words, words.Reading.Deleted, ct) with { Replaces = true };
            case Anonymize:
                await data.AnonymizeAsync(member, ct);
                return await DrawAsync(member, words, words.Reading.Anonymized, ct) with { Replaces = true };
            case Back:
                return await DrawAsync(member, words, done: null, ct) with { Replaces = true };
            default:
                return Reply.Note(words.Answers.UnknownButton("/privacy"));
        }
    }

    /// <param name="done">What was just done; null if nothing.</param>
    async Task<Reply> DrawAsync(string member, BotTexts words, string? done, CancellationToken ct)
    {
        var stored = await data.OfAsync(member, ct);
        var lines = string.Join('\n', Lines(stored, words.Reading));
        string?[] parts = lines.Length > 0 ? [done, lines, $"-# {words.Reading.WhoSees}"] : [done, words.Reading.NothingStored];
        Button?[] buttons =
        [
            stored.HasOwn ? Button(ButtonStyle.Danger, words.Reading.Delete, AskDelete) : null,
            stored.Changes > 0 ? Button(ButtonStyle.Danger, words.Reading.Anonymize, AskAnonymize) : null,
        ];
        return new()
        {
            Embeds = [Embed(words, string.Join("\n\n", parts.OfType<string>()))],
            Components = buttons.OfType<Button>().ToArray() is [_, ..] row ? [ActionRow.Of(row)] : [],
            IsPrivate = true,
        };
    }

    static IEnumerable<string> Lines(MemberData stored, ReadingTexts words)
    {
        if (stored.Topics > 0)
            yield return words.StoredTopics(stored.Topics);
        if (stored.Stories > 0)
            yield return words.StoredStories(stored.Stories);
        if (stored.CaughtUpAt is { } at)
            yield return words.StoredCatchUp(DiscordText.Relative(at));
        if (stored.Messages > 0)
            yield return words.StoredMessages(stored.Messages);
        if (stored.Changes > 0)
            yield return words.StoredChanges(stored.Changes);
    }

    static Reply Question(BotTexts words, string question, string yes, string action) => new()
    {
        Embeds = [Embed(words, question)],
        Components = [ActionRow.Of(Button(ButtonStyle.Danger, yes, action), Button(ButtonStyle.Secondary, words.Reading.Cancel, Back))],
        Replaces = true,
    };

    static Embed Embed(BotTexts words, string text) =>
        new() { Title = words.Reading.Privacy, Description = text, Color = TopicColor.None };

    static Button Button(ButtonStyle style, string label, string action) =>
        new() { Style = style, Label = label, CustomId = new CustomId("privacy") { Words = action }.ToString() };
}
