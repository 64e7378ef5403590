namespace News.Reading;

/// <summary>What a content file may be, so that no file can hold up or bring down the desk.</summary>
static class ContentLimits
{
    public const int FileBytes = 1024 * 1024;

    /// <summary>YAML's scanner takes quadratic time on deep nesting, so this is checked while scanning.</summary>
    public const int FrontMatterDepth = 16;
}
