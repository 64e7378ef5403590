using Dapper;
using Desk.Database;

namespace Desk.Channels;

/// <summary>The presets that moderators saved, each for its server.</summary>
public sealed class PresetStore(DeskDatabase database)
{
    /// <summary>Those of the server, by name.</summary>
    public Task<IReadOnlyList<Preset>> OfGuildAsync(string guild, CancellationToken ct) => database.ReadAsync(
        session => ReadAsync(session, guild),
        ct);

    /// <summary>All that a server can choose from: first those that every server has.</summary>
    public async Task<IReadOnlyList<Preset>> AllAsync(string guild, CancellationToken ct) =>
        [.. Preset.BuiltIn, .. await OfGuildAsync(guild, ct)];

    /// <summary>One that a server can choose, its name in any case; null if there is none.</summary>
    public async Task<Preset?> FindAsync(string guild, string name, CancellationToken ct) =>
        (await AllAsync(guild, ct)).FirstOrDefault(preset => preset.Key == Preset.KeyOf(name));

    /// <summary>Adds presets, or replaces those of their names; all of them, or none.</summary>
    /// <param name="seen">
    /// The <see cref="Preset.VersionOf"/> the presets to replace, as the moderator saw them; 0 if there were none.
    /// </param>
    public Task<PresetSaving> SaveAsync(string guild, IReadOnlyList<Preset> wanted, long seen, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var there = await ReadAsync(session, guild);
            var replaced = Replaced(there, wanted);
            if (Preset.VersionOf(replaced) != seen)
                return PresetSaving.NameTaken;
            IReadOnlyList<Preset> after = [.. there.Except(replaced), .. wanted];
            if (after.Count > Preset.MostOfServer)
                return PresetSaving.Full;
            if (wanted.Any(preset => preset.Rules.Expressions > 0)
                && after.Sum(preset => preset.Rules.Expressions) > ChannelRules.MostExpressions)
                return PresetSaving.TooManyExpressions;
            foreach (var preset in wanted)
                await WriteAsync(session, guild, preset);
            return PresetSaving.Saved;
        },
        ct);

    /// <summary>Those of the presets that have the names of others, in the others' order.</summary>
    public static IReadOnlyList<Preset> Replaced(IReadOnlyList<Preset> there, IReadOnlyList<Preset> wanted) =>
        [.. wanted.Select(preset => there.FirstOrDefault(preset.HasNameOf)).OfType<Preset>()];

    /// <summary>Removes a preset. Channels that were set from it stay as they are.</summary>
    /// <returns>False if it has changed since, or is gone.</returns>
    public Task<bool> RemoveAsync(string guild, Preset preset, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            if (!(await ReadAsync(session, guild)).Contains(preset))
                return false;
            await DeleteAsync(session, guild, preset.Key);
            return true;
        },
        ct);

    static async Task<IReadOnlyList<Preset>> ReadAsync(DatabaseSession session, string guild)
    {
        var presets = await session.QueryAsync<PresetRow>(
            """
            select key, name
            from presets
            where guild = @guild
            order by key
            """,
            new { guild });
        var rules = (await session.QueryAsync<PresetRuleRow>(
            """
            select preset, name, value
            from preset_rules
            where guild = @guild
            """,
            new { guild })).ToLookup(rule => rule.Preset, rule => KeyValuePair.Create(rule.Name, rule.Value));
        // A value that a newer version wrote and this one can't read has its default.
        return [.. presets.Select(preset => new Preset(preset.Name, RuleFields.All.Read(rules[preset.Key], out _)))];
    }

    static async Task WriteAsync(DatabaseSession session, string guild, Preset preset)
    {
        await DeleteAsync(session, guild, preset.Key);
        await session.ExecuteAsync(
            """
            insert into presets (guild, key, name)
            values (@guild, @Key, @Name)
            """,
            new { guild, preset.Key, preset.Name });
        foreach (var (name, value) in RuleFields.All.Write(preset.Rules))
        {
            await session.ExecuteAsync(
                """
                insert into preset_rules (guild, preset, name, value)
                values (@guild, @Key, @name, @value)
                """,
                new { guild, preset.Key, name, value });
        }
    }

    static Task<int> DeleteAsync(DatabaseSession session, string guild, string key) => session.ExecuteAsync(
        """
        delete from presets
        where guild = @guild
          and key = @key
        """,
        new { guild, key });

    internal sealed record PresetRow
    {
        public required string Key { get; init; }
        public required string Name { get; init; }
    }

    internal sealed record PresetRuleRow
    {
        public required string Preset { get; init; }
        public required string Name { get; init; }
        public required string Value { get; init; }
    }
}

/// <summary>The result of saving presets. Unless they are saved, nothing changes.</summary>
public enum PresetSaving
{
    Saved,

    /// <summary>Others have these names, or those that were to be replaced have changed meanwhile.</summary>
    NameTaken,

    /// <summary>The server would have more than <see cref="Preset.MostOfServer"/>.</summary>
    Full,

    /// <summary>They would have more than <see cref="ChannelRules.MostExpressions"/> together.</summary>
    TooManyExpressions,
}
