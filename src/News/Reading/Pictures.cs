namespace News.Reading;

/// <summary>Reads the entries of <c>images</c>.</summary>
static class Pictures
{
    /// <param name="address">How the field <c>url</c> is read: whether it may be an address within a site.</param>
    public static List<Image> All(IReadOnlyList<FieldReader> groups, Func<FieldReader, Uri?> address)
    {
        var images = new List<Image>(groups.Count);
        foreach (var fields in groups)
        {
            if (fields.IsAbsent("url"))
                fields.Missing("url");
            var (width, height) = (fields.Number("width"), fields.Number("height"));
            _ = fields.Flag("isCached");
            if (address(fields) is { } url)
                images.Add(new(url, width, height));
            fields.WarnOfMisspellings();
        }

        return images;
    }
}
