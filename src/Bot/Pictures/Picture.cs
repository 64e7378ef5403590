namespace Bot.Pictures;

/// <summary>A picture that was fetched, and that Discord can show.</summary>
/// <param name="Extension">Of a file's name, without a dot.</param>
/// <param name="File">Null if there was no room to keep it.</param>
sealed record Picture(string Extension, ReadOnlyMemory<byte>? File)
{
    /// <summary>In pixels. A narrower picture would be drawn blurred.</summary>
    public const int LeastWidth = 200;

    /// <summary>Readers' devices have to hold it.</summary>
    const int MostPixels = 40_000_000;

    /// <summary>In pixels.</summary>
    const int LongestSide = 10_000;

    /// <exception cref="PictureException">Discord can't show it, or shouldn't.</exception>
    public static Picture Of(byte[] file) => PictureHeader.Read(file) switch
    {
        null => throw new PictureException("file is no whole PNG, JPEG, GIF, or WebP"),
        { Width: < LeastWidth } narrow => throw new PictureException($"width is {narrow.Width} pixels, which is less than {LeastWidth}"),
        { } other when !IsSane(other) => throw new PictureException($"size is {other.Width} × {other.Height} pixels"),
        var header => new(header.Extension, file),
    };

    static bool IsSane(PictureHeader header) =>
        header is { Width: <= LongestSide, Height: > 0 and <= LongestSide } && header.Width * header.Height <= MostPixels;
}
