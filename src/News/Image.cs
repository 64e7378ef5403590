namespace News;

/// <summary>A picture of an article; sizes in pixels, null where the file does not say.</summary>
public sealed record Image(Uri Url, int? Width = null, int? Height = null);
