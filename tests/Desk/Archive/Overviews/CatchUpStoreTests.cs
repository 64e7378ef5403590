using Desk.Archive.Overviews;

namespace Desk.Tests.Archive.Overviews;

/// <summary>It is noon on Tuesday, November 24.</summary>
public sealed class CatchUpStoreTests : IDisposable
{
    readonly TestDesk desk = new();
    readonly CatchUpStore catchUps;

    public CatchUpStoreTests() => catchUps = new(desk.Database, new(desk.Database), desk.Clock);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_time_a_member_asked_is_remembered()
    {
        Assert.Null(await catchUps.LastAsync("7", Ct));
        await catchUps.AskedAsync("7", desk.Clock.GetUtcNow().AddHours(-1), Ct);
        await catchUps.AskedAsync("7", desk.Clock.GetUtcNow(), Ct);

        Assert.Equal(desk.Clock.GetUtcNow(), await catchUps.LastAsync("7", Ct));
        Assert.Null(await catchUps.LastAsync("8", Ct));
    }

    [Theory]
    [InlineData("yesterday", "2026-11-23T00:00Z")]
    [InlineData("since yesterday", "2026-11-23T00:00Z")]
    [InlineData("gestern", "2026-11-23T00:00Z")]
    [InlineData("3 days ago", "2026-11-21T00:00Z")]
    [InlineData("hace 3 días", "2026-11-21T00:00Z")]
    [InlineData("Sunday", "2026-11-22T00:00Z")]
    [InlineData("2026-11-15", "2026-11-15T00:00Z")]
    [InlineData("2 weeks", "2026-11-10T12:00Z")]
    [InlineData("soon", null)]
    [InlineData("2027-01-01", null)]
    [InlineData("", null)]
    public async Task Typed_time_has_a_beginning(string typed, string? beginning) =>
        Assert.Equal(beginning is null ? null : DateTimeOffset.Parse(beginning), await catchUps.BeginningAsync(typed, Ct));

    public void Dispose() => desk.Dispose();
}
