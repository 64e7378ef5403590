namespace EndToEnd.Tests.Several;

[Trait("Engine", "SQLite")]
public sealed class IgnoredNoncesTests : SeveralProcesses
{
    [Fact(Explicit = true)]
    public Task Nothing_is_lost_and_a_freeze_doubles_at_most_what_was_about_to_be_sent() => RunAsync(200, areNoncesEnforced: false);
}
