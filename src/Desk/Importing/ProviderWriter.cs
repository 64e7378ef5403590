using Articles.Files;
using Dapper;
using Desk.Database;

namespace Desk.Importing;

/// <summary>Writes the providers' own files to the database, within a transaction.</summary>
sealed class ProviderWriter(DatabaseSession session)
{
    public void Replace(IReadOnlyList<ProviderDefinition> definitions)
    {
        session.Execute("delete from providers");
        using var define = new PreparedStatement(session,
            """
            insert into providers (domain, name, icon)
            values ($domain, $name, $icon)
            on conflict (domain) do nothing
            """);
        foreach (var provider in definitions)
            define.Run(("$domain", provider.Domain), ("$name", provider.Name), ("$icon", provider.Icon?.AbsoluteUri));
    }
}
