using System.Data.Common;
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
