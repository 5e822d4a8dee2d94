using System.Numerics;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Chance;

public sealed class DrawsTests
{
    private const ulong Seed = 2018;
    private const int Many = 200_000;

    [Fact]
    public void A_draw_is_a_function_of_seed_entity_stream_and_counter()
    {
        var draws = Draws.For(Seed, entity: 7, stream: 3);
        draws.Next();
        var second = draws.Next();

        Assert.Equal(second, Draws.At(Seed, 7, 3, counter: 1));
        Assert.Equal(second, Draws.For(Seed, 7, 3, counter: 1).Next());
        Assert.Equal(2u, draws.Counter);
    }

    [Fact]
    public void The_numbers_of_a_seed_never_change_between_versions() => Assert.Equal(
        [0x70C6_A433_40F0_BA37, 0xC636_A66D_0924_9325, 0xCA32_9E2E_518A_6A8C],
        new[]
        {
            Draws.At(1, 0, 0, 0),
            Draws.At(1, 0, 0, 1),
            Draws.At(ulong.MaxValue, -1, ushort.MaxValue, uint.MaxValue),
        });

    [Fact]
    public void Neighbours_in_every_part_of_the_key_differ_in_half_of_their_bits()
    {
        var flips = new long[4];
        for (var i = 0; i < 10_000; i++)
        {
            var here = Draws.At(Seed, i, 1, 0);
            flips[0] += Differences(here, Draws.At(Seed + 1, i, 1, 0));
            flips[1] += Differences(here, Draws.At(Seed, i + 1, 1, 0));
            flips[2] += Differences(here, Draws.At(Seed, i, 2, 0));
            flips[3] += Differences(here, Draws.At(Seed, i, 1, 1));
        }

        Assert.All(flips, sum => Assert.InRange(sum / 10_000.0, 31.8, 32.2)); // ± 5 standard errors
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Units_are_uniform_along_a_stream_and_across_entities(bool along)
    {
        var units = Enumerable.Range(0, Many).Select(i => Draws.ToUnit(along
            ? Draws.At(Seed, 5, 9, (uint)i)
            : Draws.At(Seed, i, 9, 0)));

        Assert.InRange(Samples.KolmogorovDistance(units, x => x) * Math.Sqrt(Many), 0.2, 1.63); // 1 % level
    }

    [Fact]
    public void Successive_draws_are_uncorrelated()
    {
        var draws = Draws.For(Seed, 1, 1);
        var previous = draws.Unit() - 0.5;
        var sum = 0.0;
        for (var i = 0; i < Many; i++)
        {
            var next = draws.Unit() - 0.5;
            sum += previous * next;
            previous = next;
        }

        Assert.InRange(12 * sum / Many * Math.Sqrt(Many), -3.5, 3.5);
    }

    [Fact]
    public void Units_are_strictly_between_0_and_1()
    {
        Assert.True(Draws.ToUnit(0) > 0);
        Assert.True(Draws.ToUnit(ulong.MaxValue) < 1);
    }

    [Fact]
    public void Whole_numbers_below_a_limit_are_equally_likely()
    {
        var draws = Draws.For(Seed, 2, 2);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[draws.Below(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400)); // ± 4.3 standard deviations
        Assert.Throws<ArgumentOutOfRangeException>(() => draws.Below(0));
    }

    [Fact]
    public void What_has_a_probability_happens_that_often()
    {
        var draws = Draws.For(Seed, 3, 3);
        var happened = Enumerable.Range(0, Many).Count(_ => draws.Happens(0.3));

        Assert.InRange(happened / (double)Many, 0.296, 0.304);
        Assert.False(draws.Happens(0));
        Assert.True(draws.Happens(1));
    }

    private static int Differences(ulong left, ulong right) => BitOperations.PopCount(left ^ right);
}
