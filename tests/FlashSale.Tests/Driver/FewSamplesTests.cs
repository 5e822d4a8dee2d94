using FlashSale.Dashboard;
using FlashSale.Driver;
using FsCheck.Fluent;

namespace FlashSale.Tests.Driver;

// However few orders there were, no share of them is slower than a larger one, or than the longest.
public sealed class FewSamplesTests
{
    private const double Precision = 1.0 / (1 << LatencyHistogram.PrecisionUsual);
    private static readonly double[] Shares = [0.5, 0.75, 0.9, 0.95, 0.99, 0.995, 0.999, 0.9999, 1];

    [Fact]
    public void Quantiles_rise_and_are_those_of_the_samples() => ForAnyLatencies(
        samples =>
        {
            var phase = PhaseOf(samples);
            var figures = LatencyFigures.Of(phase.Latency);
            double?[] rising = [figures.P50, figures.P90, figures.P99, figures.P999, figures.Max];

            Assert.Equal(rising.Order(), rising);
            Assert.All(Shares, share => AssertIsQuantile(
                samples, share, phase.Latency.Quantile(share)!.Value.TotalMicroseconds));
            Assert.Equal(samples.Max() / 1_000.0, figures.Max);
        });

    [Fact]
    public void A_summary_keeps_the_latencies_of_few_orders_as_they_were() => ForAnyLatencies(
        samples =>
        {
            var kept = DriveLatencies.Of(PhaseOf(samples).Latency);

            Assert.Equal(samples.Length, kept.Sum(one => one.Count));
            Assert.All(Shares, share => AssertIsQuantile(
                samples, share, 1_000 * kept.First(one => kept.TakeWhile(other => other.Ms <= one.Ms)
                    .Sum(other => other.Count) >= Math.Max(1, Math.Ceiling(share * samples.Length))).Ms));
        });

    private static void ForAnyLatencies(Action<int[]> claim) => AnyHistory.Holds(
        Gen.Choose(0, 20_000_000),
        samples =>
        {
            if (samples.Count > 0)
            {
                claim([.. samples]);
            }
        });

    private static PhaseTally PhaseOf(int[] samples)
    {
        var phase = new PhaseTally();
        foreach (var microseconds in samples)
        {
            phase.Finish(
                new OrderEnd(LoadStep.Pay, LoadOutcome.Done, "done"), TimeSpan.FromMicroseconds(microseconds),
                TimeSpan.FromMicroseconds(microseconds));
        }

        return phase;
    }

    // The sample of that rank, rounded up by less than the precision.
    private static void AssertIsQuantile(int[] samples, double share, double microseconds)
    {
        var rank = Math.Max(1, (int)Math.Ceiling(share * samples.Length));
        var exact = samples.Order().ElementAt(rank - 1);
        Assert.InRange(microseconds, exact - 0.5, (exact * (1 + Precision)) + 0.5);
    }
}
