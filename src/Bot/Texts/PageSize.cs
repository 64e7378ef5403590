namespace Bot.Texts;

/// <summary>How many items one page of a list shows; the commands' option texts name these limits, too.</summary>
static class PageSize
{
    public const int Default = 5;

    public const int Max = 10;
}
