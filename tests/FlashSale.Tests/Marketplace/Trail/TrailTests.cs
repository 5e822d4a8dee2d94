namespace FlashSale.Tests.Trail;

// IDN-5: who, what, about which thing, when, why.
public sealed class TrailTests
{
    [Fact]
    public void A_signature_keeps_so_much_of_its_words_as_a_journal_brings_back()
    {
        var by = new Signature("op-7\uD83E", new string('x', Signature.WhyLengthMax + 1));

        Assert.Equal(("op-7\uFFFD", Signature.WhyLengthMax), (by.Who, by.Why.Length));
        Assert.Equal(by, new Signature(by.Who, by.Why));
        Assert.True(by.HasReason);
    }

    [Fact]
    public void Nobody_signs_without_a_name()
    {
        Assert.True(default(Signature).IsNone);
        Assert.Equal(default, new Signature("", ""));
        Assert.True(new Signature("", "a reason").IsNone);
        Assert.False(new Signature("op-7", " ").HasReason);
        Assert.Equal("op-7", new Signature("op-7", "").Or(Signature.OfOperator).Who);
        Assert.Equal("operator", default(Signature).Or(Signature.OfOperator).Who);
    }

    [Theory]
    [InlineData("market")]
    [InlineData("s3")]
    [InlineData("l5")]
    [InlineData("b17")]
    [InlineData("p2")]
    [InlineData("b17-3.0")]
    [InlineData("c3-2")]
    public void What_an_act_is_about_is_written_as_its_id(string id) =>
        Assert.Equal(id, TrailEntity.Parse(id)!.Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("x3")]
    [InlineData("s-3")]
    [InlineData("s3.0")]
    [InlineData("s99999999999")]
    [InlineData("c3")]
    [InlineData("c3--2")]
    [InlineData("Market")]
    public void What_is_no_id_is_about_nothing(string text) => Assert.Null(TrailEntity.Parse(text));

    [Fact]
    public void A_place_in_the_trail_is_read_as_it_is_written()
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(17);
        var mark = TrailMark.First(Subject.Of(new StoreId(3)), at).Next;

        Assert.Equal("17-4294967299-1", mark.ToString());
        Assert.Equal(mark, TrailMark.Parse(mark.ToString()));
        Assert.All(["", "1-2", "1-2-3-4", "1-2-x", "-1-2-3", "1-2-2147483648"], text =>
            Assert.Null(TrailMark.Parse(text)));
    }

    [Fact]
    public void Acts_stand_in_the_order_of_moment_subject_and_number()
    {
        TrailMark[] inOrder = [new(1, 9, 9), new(2, 1, 0), new(2, 1, 1), new(2, 2, 0), new(3, 0, 0)];

        Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.IsBefore(pair.Second)));
        Assert.DoesNotContain(inOrder, mark => mark.IsBefore(mark));
    }

    [Fact]
    public void A_page_that_has_looked_at_enough_says_where_to_go_on()
    {
        var acts = Enumerable.Range(0, 9).Select(at => Act(9 - at, store: at % 3)).ToArray();
        var query = new TrailQuery { About = TrailEntity.Of(new StoreId(0)), EntriesMax = 2 };

        var page = TrailPage.Of(query, acts, lookedAtMax: 5);
        Assert.Equal((2, new TrailMark(6, 0, 0)), (page.Entries.Count, page.Next));
        var none = TrailPage.Of(query with { Who = "nobody" }, acts, lookedAtMax: 5);
        Assert.Equal((0, new TrailMark(5, 0, 0)), (none.Entries.Count, none.Next));
        Assert.Null(TrailPage.Of(query with { EntriesMax = 9 }, acts, lookedAtMax: 9).Next);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            TrailPage.Of(query with { EntriesMax = 101 }, acts, lookedAtMax: 5));
    }

    private static TrailEntry Act(int atMs, int store) => new(
        new TrailMark(atMs, 0, 0), CommandKind.StepStore,
        new Trace(new Signature("op-7", ""), TrailEntity.Of(new StoreId(store)), "suspend"));
}
