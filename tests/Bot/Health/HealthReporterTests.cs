using Bot.Health;
using Desk.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shared;

namespace Bot.Tests.Health;

public sealed class HealthReporterTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly DeskDatabase database;

    public HealthReporterTests() => database = new(folder.File("news.db"));

    [Fact]
    public async Task Check_that_fails_or_never_answers_is_a_problem_and_keeps_no_other()
    {
        var clock = new FakeTimeProvider();
        var reporter = new HealthReporter(
            [
                new TestCheck("right", Task.FromResult<HealthProblem?>(null)),
                new TestCheck("failing", Task.FromException<HealthProblem?>(new InvalidOperationException("secret"))),
                new TestCheck("endless", new TaskCompletionSource<HealthProblem?>().Task),
            ],
            new(database, clock),
            clock,
            NullLogger<HealthReporter>.Instance);

        var asked = reporter.ReportAsync(TestContext.Current.CancellationToken);
        clock.Advance(HealthReporter.Patience);
        var report = await asked;

        Assert.False(report.IsReady);
        Assert.Equal(
            [null, "This check failed unexpectedly.", "This check took more than 8 seconds."],
            report.Checks.Select(check => check.Problem));
        Assert.Null(report.Processes);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    sealed class TestCheck(string name, Task<HealthProblem?> answer) : IHealthCheck
    {
        public string Name => name;

        public Task<HealthProblem?> FindAsync(CancellationToken ct) => answer;
    }
}
