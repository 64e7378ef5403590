namespace News.Reading;

/// <summary>A text from a file, and where it stands there.</summary>
readonly record struct PlacedText(string Text, TextPlace Place);
