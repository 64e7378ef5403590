using Articles.Stories;
using Bot.Cards;
using Discord.Models;

namespace Bot.Tests.Cards;

public class DigestMessageTests
{
    static readonly CardState State = new() { Now = Sample.Now };

    static readonly string[] Titles =
    [
        "Storm Marmalade cuts power to forty thousand homes", "Council to buy the night ferries after all",
            "Noon kick-offs return to the league after a vote of fourteen to six",
        "Turbine runs for a thousand hours", "What the tide left: a walk along the breakwater",
            "Open tide model forecasts the harbour to the minute", "Tall ship Glaros returns",
        "How to restart a coast", "Storm names come from schools", "Athletic win the derby in the last minute, again",
            "Winter timetable: the last boat leaves earlier", "A night aboard the Grey Petrel",
    ];

    [Fact]
    public void Ten_stories_stand_in_a_digest_and_the_others_in_its_menu()
    {
        var message = DigestMessage.For(new(3, Stories(12)), State);

        Assert.Empty(MessageLimits.Problems(message));
        message.Approve("digest", ThisFile());
    }

    [Theory]
    [InlineData(10, new string[0])]
    [InlineData(11, new[] { "-# and 1 more in the menu below" })]
    [InlineData(40, new[] { "-# and 15 more in the menu below · 15 more not shown" })]
    public void What_is_not_shown_is_counted(int stories, string[] lines) =>
        Assert.Equal(lines, DigestMessage.For(new(3, Stories(stories)), State).Text().Split('\n').Where(line =>
            line.StartsWith("│ -# and", StringComparison.Ordinal)).Select(line => line[2..]));

    [Fact]
    public void A_digest_of_nothing_has_no_menu()
    {
        var message = DigestMessage.For(new(3, [], "Your morning"), State with { IsSilent = true });

        Assert.Equal("│ ## Your morning\n│\n│ Nothing new.", message.Text());
        Assert.Equal(MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2, message.Flags);
    }

    [Fact]
    public void A_digest_is_known_by_its_menu()
    {
        var message = DigestMessage.For(new(3, Stories(2)), State);
        var posted = new Message { Id = new(1), ChannelId = new(2), Components = message.Components! };

        Assert.True(DigestMessage.IsOf(3, posted));
        Assert.False(DigestMessage.IsOf(4, posted));
    }

    /// <summary>From sizes where all have room to sizes where the pictures give way.</summary>
    [Fact]
    public void Names_of_attached_pictures_have_room_in_the_message()
    {
        List<int> pictures = [];
        for (var length = 20; length <= 160; length++)
        {
            Story[] stories = [.. Stories(10).Select((story, number) => story with
            {
                Lead = story.Lead with { Title = new('本', length), Images = [new(new($"https://gazette.example/{number}.jpg"), 800, 400)] },
            })];
            var files = stories.Select(story => story.Lead.Images[0].Url.AbsoluteUri).Index()
                .ToDictionary(one => one.Item, one => $"attachment://0123456789abcde{one.Index}.webp");

            var message = DigestMessage.For(new(3, stories), State with { Pictures = files });
            var names = MessagePictures.FilesIn(message.Components);
            var sent = message with
            {
                Attachments = [.. names.Select(name => MessageAttachment.Upload(name, default))],
                Nonce = new('n', DiscordLimits.Nonce),
                EnforceNonce = true,
            };

            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(sent.ToJson()), 1, 10_000);
            pictures.Add(names.Count);
        }

        Assert.Equal([10, 0], pictures.Distinct());
    }

    static Story[] Stories(int count) => [.. Enumerable.Range(1, count).Select(number =>
    {
        var lead = Sample.Lead with
        {
            Id = number,
            PublicKey = number,
            Title = Titles[(number - 1) % Titles.Length],
            WebUrl = new($"https://harbourgazette.example/{number}"),
            PublishedAt = Sample.Now.AddHours(-number),
            Quality = 95 - (number * 2),
            Topics = number % 4 == 0 ? [] : [number % 2 == 0 ? "Energy" : "Harbour"],
        };
        return Sample.Of(lead, outlets: number % 3 == 0 ? 1 : 15 - number % 12);
    })];

    static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
