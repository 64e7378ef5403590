namespace Desk.Database;

/// <summary>
/// The right to run the desk: to import articles, to decide what goes where, and to do what is done once for the bot as a whole. One
/// process has it until it ends; then another one takes over.
/// </summary>
public sealed class DeskLease(DeskProcess process)
{
    /// <summary>Its name among what a process holds.</summary>
    public const string Name = "desk";

    readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether this process has it. It keeps it until it ends.</summary>
    public bool IsHeld => held.Task.IsCompleted;

    /// <summary>Returns when this process has it.</summary>
    public Task HeldAsync(CancellationToken ct) => held.Task.WaitAsync(ct);

    /// <summary>Takes it if no other process has it.</summary>
    /// <returns>Whether it is new to this process.</returns>
    /// <exception cref="DatabaseException">The database can't be asked.</exception>
    public async Task<bool> TryTakeAsync(CancellationToken ct) =>
        !IsHeld && await process.TakeAsync([Name], ct) is [_] && held.TrySetResult();
}
