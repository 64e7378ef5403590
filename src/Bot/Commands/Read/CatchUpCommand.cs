using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Overviews;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/catchup [since]</c>: what is new since a time, or since the member last asked.</summary>
sealed class CatchUpCommand(NameOptions names, GrowthStore growth, CatchUpStore catchUps, TimeProvider clock) : ISlashCommand
{
    const int MostDays = 31;
    const string SinceOption = "since";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "catchup",
        Description = "Show what is new since you last asked",
        Options =
        [
            new()
            {
                Type = OptionType.String,
                Name = SinceOption,
                Description = "Since when: yesterday, 3 days ago, 2026-03-15",
                MaxLength = 60,
            },
        ],
    };

    public bool IsPrivate => true;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (now, words, typed) = (clock.GetUtcNow(), BotTexts.Of(call.Language), call.Text(SinceOption));
        var member = call.UserId?.ToString();
        var last = typed is null && member is not null ? await catchUps.LastAsync(member, ct) : null;
        if ((typed is null ? last ?? now.AddDays(-1) : await catchUps.BeginningAsync(typed, ct)) is not { } since)
            return names.UnknownTime(call, SinceOption);

        var earliest = now.AddDays(-MostDays);
        var isCut = since < earliest;
        since = isCut ? earliest : since;
        var found = await growth.SinceAsync(since, isLastAsked: last is not null, StoryList.Most, ct);
        if (member is not null)
            await catchUps.AskedAsync(member, now, ct);
        if (found is { Fresh: [], Grown: [] })
        {
            var nothing = words.Reading.NothingSince(DiscordText.LongTime(since));
            return isCut ? Reply.Note($"{nothing} {words.Reading.NotFurther(MostDays)}")
                : typed is not null ? Reply.Note(nothing)
                : AgainNote.Of(
                    $"{nothing} {words.Reading.LookFurtherBack}", CardText.Sentence(words.Reading.PastWeek), call, (SinceOption, "7 days"));
        }

        var heading = last is null || isCut
            ? words.Reading.Since(DiscordText.LongTime(since))
            : words.Reading.SinceAsked(DiscordText.Relative(since));
        return Page(
            found,
            new() { Now = now, Language = call.Language },
            words,
            isCut ? $"{heading} · {words.Reading.NotFurther(MostDays)}" : heading);
    }

    /// <param name="since">Since when it is new.</param>
    static Reply Page(NewSince found, CardState state, BotTexts words, string since)
    {
        string?[] parts =
        [
            $"-# {since}",
            StoryList.Of($"### {words.Reading.NewStories}", found.Fresh, words, state),
            StoryList.Of($"### {words.Reading.GrownStories}", found.Grown, words, state),
            found.More > 0 ? $"-# {words.Reading.AndStories(found.More)}" : null,
        ];
        return new()
        {
            Embeds = [new()
            {
                Title = words.Reading.CatchUp,
                Description = DiscordText.Shorten(string.Join("\n\n", parts.OfType<string>()), DiscordLimits.EmbedDescription),
                Color = TopicColor.None,
            }],
            Components = StoryList.Menu([.. found.Fresh, .. found.Grown], words),
            IsPrivate = true,
        };
    }
}
