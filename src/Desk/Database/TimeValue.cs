namespace Desk.Database;

/// <summary>The one time that a query finds, in the column <c>at</c>. Value handlers are used for columns of records only.</summary>
sealed record TimeValue
{
    public DateTimeOffset? At { get; init; }
}
