using System.Data.Common;
using System.Globalization;
using Dapper;
using Desk.Database;

[module: TypeHandler(typeof(DateTimeOffset), typeof(TimeHandler))]
[module: TypeHandler(typeof(Uri), typeof(UriHandler))]

namespace Desk.Database;

// With these handlers, Dapper's generated code maps rows directly to records.

/// <summary>Times in the form of <see cref="UtcText"/>.</summary>
sealed class TimeHandler : DbValueHandler<DateTimeOffset>
{
    protected override void SetValueCore(DbParameter parameter, DateTimeOffset value) => parameter.Value = UtcText.Of(value);

    protected override DateTimeOffset Parse(object? value) => UtcText.Parse((string)value!);
}

sealed class UriHandler : DbValueHandler<Uri>
{
    protected override void SetValueCore(DbParameter parameter, Uri value) => parameter.Value = value.AbsoluteUri;

    protected override Uri Parse(object? value) => new((string)value!);
}

/// <summary>An enum as its name in lower case, for types that a <c>[module: TypeHandler]</c> gives this handler.</summary>
sealed class NameHandler<T> : DbValueHandler<T>
    where T : struct, Enum
{
    protected override void SetValueCore(DbParameter parameter, T value) => parameter.Value = NameOf(value);

    protected override T Parse(object? value) => Enum.Parse<T>((string)value!, ignoreCase: true);

#pragma warning disable CA1308 // The columns are in lower case.
    public static string NameOf(T value) => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}

/// <summary>Times as the database stores them: in UTC, to the millisecond, and all of the same length, so that they sort as text.</summary>
static class UtcText
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

/// <summary>The one time that a query finds, in the column <c>at</c>. Value handlers are used for columns of records only.</summary>
sealed record TimeValue
{
    public DateTimeOffset? At { get; init; }
}
