namespace FlashSale.Tests.Listings;

// Rule LST-1
public sealed class ListingAttributesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("colour:red", "colour:red")]
    [InlineData(" Size : XL ,COLOUR: red", "colour:red,size:XL")]
    [InlineData("颜色:红", "颜色:红")]
    [InlineData("a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8,i:9,j:10", "a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8,i:9,j:10")]
    [InlineData("abcdefghijklmnopqrst:abcdefghijklmnopqrst", "abcdefghijklmnopqrst:abcdefghijklmnopqrst")]
    public void What_says_the_same_has_one_form_and_is_read_again(string text, string form)
    {
        var attributes = ListingAttributes.Parse(text)!.Value;

        Assert.Equal(form, attributes.ToString());
        Assert.Equal(attributes, ListingAttributes.Parse(form));
        Assert.Equal(attributes, ListingAttributes.Of(attributes.Pairs));
        Assert.Equal(form.Length == 0, attributes.IsNone);
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("colour:")]
    [InlineData(":red")]
    [InlineData("colour:red,colour:blue")]
    [InlineData("colour:red,Colour:blue")]
    [InlineData("colour:red,")]
    [InlineData("colour:a:b")]
    [InlineData("colour:a\nb")]
    [InlineData("colour:\u202Ered")]
    [InlineData("colour:\uD83E")]
    [InlineData("abcdefghijklmnopqrstu:red")]
    [InlineData("a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8,i:9,j:10,k:11")]
    public void What_is_not_allowed_is_nothing(string text) => Assert.Null(ListingAttributes.Parse(text));

    [Fact]
    public void What_is_kept_is_read_again_and_damage_is_named_with_its_place()
    {
        var attributes = ListingAttributes.Parse("size:m,colour:red")!.Value;

        Assert.Equal(attributes, ListingAttributes.OfStored(attributes.Stored, "A row"));
        Assert.Equal(default, ListingAttributes.OfStored(default(ListingAttributes).Stored, "A row"));
        var refusal = Assert.Throws<InvalidDataException>(
            () => ListingAttributes.OfStored("colour", "The row of listing l7"));
        Assert.StartsWith("The row of listing l7: «colour»", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("colour:RED", true)]
    [InlineData("size:m,colour:red", true)]
    [InlineData("colour:re", false)]
    [InlineData("size:red", false)]
    [InlineData("colour:red,cut:slim", false)]
    public void All_that_is_wanted_must_be_there(string wanted, bool isThere) => Assert.Equal(
        isThere,
        ListingAttributes.Parse("colour:red,size:M")!.Value.HasAll(ListingAttributes.Parse(wanted)!.Value));
}
