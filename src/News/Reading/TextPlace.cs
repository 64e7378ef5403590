namespace News.Reading;

/// <summary>A place in a file.</summary>
/// <param name="Line">From 1, counted from the top of the file.</param>
/// <param name="Column">From 1.</param>
public readonly record struct TextPlace(int Line, int Column);
