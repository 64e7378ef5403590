using Articles.Text;

namespace Articles.Tests.Text;

public sealed class HiddenCharactersTests
{
    [Fact]
    public void Every_hidden_character_is_removed_from_texts_of_any_script()
    {
        Assert.All(HiddenCharacters.All(), hidden =>
        {
            Assert.DoesNotContain(hidden, HiddenCharacters.Remove($"Harbor{hidden}", out _));
            Assert.DoesNotContain(hidden, HiddenCharacters.Remove($"Häfen{hidden}", out _));
        });
    }

    [Fact]
    public void Text_without_any_stays_as_it_is()
    {
        const string text = "Häfen, 港口, ميناء, 👍";

        Assert.Same(text, HiddenCharacters.Remove(text, out _));
    }
}
