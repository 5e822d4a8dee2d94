using FsCheck;
using FsCheck.Fluent;

namespace FlashSale.Tests.Carts;

// Rule CRT-2
public sealed class ApportionmentTests
{
    private static readonly Gen<long> AnyWeight =
        Gen.Frequency((1, Gen.Constant(0L)), (3, Few(9)), (3, Few(40_000)), (1, Few(int.MaxValue)));

    [Fact]
    public void An_amount_is_split_in_proportion_and_the_rest_goes_to_the_largest() =>
        Assert.Equal([1_666, 3_334], Split(5_000, 10_000, 20_000));

    [Fact]
    public void Of_several_that_are_largest_the_first_gets_the_rest() =>
        Assert.Equal([18, 16, 16], Split(50, 100, 100, 100));

    [Fact]
    public void Nobody_gets_a_share_without_a_weight() =>
        Assert.Equal([0, 5, 0], Split(5, 0, 7, 0));

    [Fact]
    public void Nothing_is_split_into_nothings() => Assert.Equal([0, 0], Split(0, 0, 0));

    [Fact]
    public void No_part_is_larger_than_its_weight_however_little_is_left() =>
        Assert.Equal([3, 3, 2, 2], Split(10, 3, 3, 3, 3));

    [Fact]
    public void An_amount_without_weights_and_negative_weights_are_mistakes()
    {
        Assert.ThrowsAny<ArgumentException>(() => Split(1, 0, 0));
        Assert.ThrowsAny<ArgumentException>(() => Split(1, 2, -1));
    }

    [Fact]
    public void Huge_amounts_do_not_overflow()
    {
        const long huge = Limits.AmountYuanMax * 100;

        Assert.Equal([huge / 2, huge / 2], Split(huge, huge, huge));
    }

    [Fact]
    public void Parts_add_up_to_the_amount_and_are_at_most_their_weights() =>
        AnyHistory.Holds(AnyWeight, history =>
        {
            var weights = history.Append(1).ToArray();
            var whole = weights.Sum();
            Assert.All(new[] { 0, 1, whole / 6, whole / 2, whole - 1, whole }, amount =>
            {
                var parts = Split(amount, weights);
                Assert.Equal(amount, parts.Sum());
                Assert.All(parts.Zip(weights), share => Assert.InRange(share.First, 0, share.Second));
            });
        });

    [Fact]
    public void Every_part_is_within_a_few_fen_of_its_proportion() =>
        AnyHistory.Holds(AnyWeight, history =>
        {
            var weights = history.Append(1).ToArray();
            var (whole, amount) = (weights.Sum(), weights.Sum() / 6);
            var parts = Split(amount, weights);
            Assert.All(parts.Zip(weights), share =>
            {
                var exact = (long)((Int128)amount * share.Second / whole);
                Assert.InRange(share.First - exact, 0, weights.Length);
            });
        });

    private static Gen<long> Few(int max) => Gen.Choose(0, max).Select(fen => (long)fen);

    private static long[] Split(long amount, params long[] weights)
    {
        var parts = new Money[weights.Length];
        Apportionment.Split(Money.FromFen(amount), [.. weights.Select(Money.FromFen)], parts);
        return [.. parts.Select(part => part.Fen)];
    }
}
