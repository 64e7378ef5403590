namespace EndToEnd.Tests.Several;

[Trait("Engine", "SQLite")]
public sealed class SeveralProcessesTests : SeveralProcesses
{
    [Fact(Explicit = true)]
    public Task Nothing_is_lost_or_doubled_while_processes_die_or_freeze_and_the_server_restarts() =>
        RunAsync(2000, areNoncesEnforced: true);
}
