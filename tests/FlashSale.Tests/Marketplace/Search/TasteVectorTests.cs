namespace FlashSale.Tests.Search;

public sealed class TasteVectorTests
{
    [Fact] // SRC-1
    public void A_taste_is_eight_numbers_from_minus_one_to_one()
    {
        var taste = TasteVector.Of([1, -1, 0.5, 0, 0, 0, 0, -0.25])!.Value;

        Assert.Equal([127, -127, 64, 0, 0, 0, 0, -32], Enumerable.Range(0, 8).Select(at => taste[at]));
        Assert.Null(TasteVector.Of([1]));
        Assert.Null(TasteVector.Of([2, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Null(TasteVector.Of([double.NaN, 0, 0, 0, 0, 0, 0, 0]));
    }

    [Fact] // SRC-1
    public void What_has_the_same_words_is_nearest_and_the_same_on_every_machine()
    {
        var copper = Of("Copper kettle");

        Assert.Equal(1, copper.Near(copper), 1);
        Assert.True(copper.Near(Of("Steel kettle")) > copper.Near(Of("Running shoe 42")));
        Assert.Equal("0.449,0,0.449,-0.449,-0.449,0,-0.449,0", copper.ToString());
    }

    private static TasteVector Of(string title) => TasteVector.Of(SearchWords.Of(title), brand: 0);
}
