using System.Data.Common;
using Npgsql;

namespace Desk.Database;

/// <summary>What PostgreSQL's errors mean; see https://www.postgresql.org/docs/15/errcodes-appendix.html.</summary>
static class PostgresError
{
    public static DatabaseException Of(DbException failure, string name)
    {
        var (problem, remedy) = failure is PostgresException { SqlState: var state } ? Meaning(state) : (
            DatabaseProblem.Unreachable, "Check whether the server runs and can be reached; the bot tries again.");
        return new(problem, $"{name}: {failure.Message} {remedy}", failure);
    }

    static (DatabaseProblem Problem, string Remedy) Meaning(string state) => state switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected =>
            (DatabaseProblem.Busy, "Another process has held the lock too long. Find it and stop it."),
        PostgresErrorCodes.DiskFull => (DatabaseProblem.Full, "The server's disk is full. Make room; nothing is lost."),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
            (DatabaseProblem.Corrupt, "The server's data are damaged; restore a backup."),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege =>
            (DatabaseProblem.Refused, "Check the address in Content:Database, and what its user may do."),
        // It shuts down, starts, has no more connections, or ended this one.
        _ when state[..2] is "57" or "53" or "08" or "25" =>
            (DatabaseProblem.Unreachable, "Check whether the server runs and can be reached; the bot tries again."),
        _ => (DatabaseProblem.Failed, "Please report this as a bug."),
    };
}
