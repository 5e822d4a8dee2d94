using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>Who joins a protest when others have: by hand, and in a crowd.</summary>
public sealed class ProtestCascadeTests
{
    // One circle: the first protests alone, the second needs a quarter, the third a half, the last everybody.
    [Fact, Trait("simulator", "GOV-3")]
    public void One_seller_after_another_joins_as_soon_as_enough_neighbours_have()
    {
        double[] grievances = [1.2, 1, 1, 0.5];
        double[] thresholds = [1.1, 1.3, 1.9, 3];
        int[] circle = [0, 0, 0, 0];
        var joined = new bool[4];

        List<bool[]> days = [.. Enumerable.Range(0, 4).Select(_ =>
        {
            ProtestCascade.Step(grievances, thresholds, circle, circle, weight: 2, joined);
            return (bool[])joined.Clone();
        })];

        Assert.Equal([true, false, false, false], days[0]);
        Assert.Equal([true, true, false, false], days[1]);
        Assert.Equal([true, true, true, false], days[2]);
        Assert.Equal(days[2], days[3]);
    }

    // By half a chat group and a tenth of a category: 1 × (1 + 2 × (0.5 + 0.1) / 2) = 1.6.
    [Theory]
    [InlineData(1.59, true)]
    [InlineData(1.61, false)]
    public void Neighbours_are_those_of_the_chat_group_and_of_the_category_each_half(
        double threshold, bool joins)
    {
        int[] groups = [0, 0, .. Enumerable.Repeat(1, 8)];
        var thresholds = Enumerable.Repeat(100.0, 10).ToArray();
        thresholds[0] = threshold;
        var joined = new bool[10];
        joined[1] = true;

        ProtestCascade.Step(
            [.. Enumerable.Repeat(1.0, 10)], thresholds, groups, new int[10], weight: 2, joined);

        Assert.Equal(joins, joined[0]);
        Assert.False(joined[1]); // who would not protest by now leaves
    }

    [Fact]
    public void Who_has_no_open_store_is_in_no_circle()
    {
        bool[] joined = [true, false];

        var count = ProtestCascade.Step(
            [9, 1], [1, 1.2], [ProtestCascade.Outside, 0], [ProtestCascade.Outside, 0], weight: 2, joined);

        Assert.Equal(0, count); // the other one has no neighbour left
        Assert.False(joined[0]);
    }

    // MODELS M17: about 10 % of sellers with g = 0.9 join, 1.4 % with 0.5.
    [Theory]
    [InlineData(0.9, 0.08, 0.12)]
    [InlineData(0.5, 0.012, 0.016)]
    public void Of_sellers_who_are_hurt_alike_the_share_joins_that_the_model_was_written_for(
        double grievance, double least, double most)
    {
        const int sellers = 100_000;
        var habits = new ProtestHabits();
        var thresholds = Enumerable.Range(0, sellers).Select(seller => habits.Threshold * ExactMath.Exp(
            habits.Spread * ExactMath.InverseNormal((seller + 0.5) / sellers))).ToArray();
        var joined = new bool[sellers];
        var grievances = Enumerable.Repeat(grievance, sellers).ToArray();
        var count = -1;
        for (var before = -2; count != before;)
        {
            before = count;
            count = ProtestCascade.Step(
                grievances, thresholds, new int[sellers], new int[sellers], habits.NeighbourWeight, joined);
        }

        Assert.InRange(count / (double)sellers, least, most);
    }
}
