using Articles.Files;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>What a file of presets brings to a server.</summary>
/// <param name="LeftOut">What this server has no place for, one line each.</param>
/// <param name="Problems">In the file's order. If there are any, nothing may be changed.</param>
sealed record PresetsPlan(IReadOnlyList<Preset> Presets, IReadOnlyList<string> LeftOut, IReadOnlyList<ContentProblem> Problems)
{
    /// <param name="path">The file's name in problems.</param>
    /// <param name="roles">The server's, which pings name or whose ids they have.</param>
    public static PresetsPlan Of(EntriesReading<Preset> reading, string path, IReadOnlyList<Role> roles)
    {
        var (presets, leftOut, problems) = (new List<Preset>(), new List<string>(), new List<ContentProblem>(reading.Problems));
        foreach (var (preset, place) in reading.Entries.Zip(reading.Places))
        {
            if (preset.IsBuiltIn)
                problems.Add(new(path, place.Line, place.Column, $"{preset.Name} is a preset that every server has. Choose another name."));
            presets.Add(RoleNames.Move(preset, IdOf, "because this server doesn't have exactly one role of that name", leftOut));
        }

        return new(presets, leftOut, [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);

        string? IdOf(string role) => RoleNames.IdOf(role, roles) ?? roles.FirstOrDefault(one => one.Id.ToString() == role)?.Id.ToString();
    }
}
