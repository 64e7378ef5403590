namespace News.Stories;

/// <summary>A stored article that changed, and what readers saw and see of it.</summary>
readonly record struct ChangedArticle(long Id, long Story, bool WasVisible, bool IsVisible, bool IsEdited, bool IsGrown);

/// <summary>What readers see happen to stories between two groupings.</summary>
static class StoryComparison
{
    public static StoryChanges Of(IReadOnlyList<StoryMember> members, IReadOnlyDictionary<long, StoryPlace> now, IReadOnlyList<ChangedArticle> changed)
    {
        var found = new HashSet<StoryChange>();
        var edits = changed.Where(article => article is { WasVisible: true, IsVisible: true }).ToDictionary(article => article.Id);
        var gone = changed.Where(article => article is { WasVisible: true, IsVisible: false }).ToList();
        var before = members.Where(member => member.WasVisible).Select(member => member.Story).Concat(gone.Select(article => article.Story)).ToHashSet();
        var after = members.Select(member => now[member.Id].Story).ToHashSet();

        foreach (var story in members.GroupBy(member => now[member.Id].Story))
        {
            if (story.All(member => member.IsFirst) && !before.Contains(story.Key))
            {
                found.Add(new(story.Key, StoryChangeKind.New));
                continue;
            }

            foreach (var member in story)
            {
                if (!member.WasVisible)
                    found.Add(new(story.Key, StoryChangeKind.Grown));
                else if (member.Story != story.Key)
                    Move(member.Story, story.Key);
                if (edits.TryGetValue(member.Id, out var edit) && (edit.IsEdited || edit.IsGrown))
                    found.Add(new(story.Key, edit.IsGrown ? StoryChangeKind.Grown : StoryChangeKind.Edited));
            }
        }

        foreach (var article in gone)
            found.Add(new(article.Story, after.Contains(article.Story) ? StoryChangeKind.Shrunk : StoryChangeKind.Emptied));
        // What went on as part of another is not empty.
        found.RemoveWhere(change => change.Kind is StoryChangeKind.Emptied && found.Contains(new(change.StoryId, StoryChangeKind.Merged, Into(change.StoryId))));
        return new([.. found.OrderBy(change => change.StoryId).ThenBy(change => change.Kind)]);

        void Move(long from, long to)
        {
            if (after.Contains(from))
            {
                found.Add(new(from, StoryChangeKind.Shrunk));
                found.Add(before.Contains(to) ? new(to, StoryChangeKind.Grown) : new(to, StoryChangeKind.Split, from));
            }
            else if (before.Contains(to))
            {
                found.Add(new(from, StoryChangeKind.Merged, to));
                found.Add(new(to, StoryChangeKind.Grown));
            }
            else
            {
                // A story that nothing stayed with: its parts begin anew, under names of their own.
                found.Add(new(from, StoryChangeKind.Merged, to));
            }
        }

        long? Into(long story) => found.FirstOrDefault(change => change.StoryId == story && change.Kind is StoryChangeKind.Merged)?.Other;
    }
}
