using System.Globalization;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Queueing;
using Xunit.Abstractions;

namespace FlashSale.Tests.Simulator.Studies;

/// <summary>
/// Whole studies of which the truth is known: what they claim, and how often their intervals hold it.
/// </summary>
/// <remarks>
/// The big form, over runs of the simulator: FLASHSALE_NULL_STUDIES=400 (docs/internals/testing.md).
/// </remarks>
public sealed class TruthTests(ITestOutputHelper output)
{
    private const int Seeds = 10;
    private const int Customers = 3_000;
    private const int Filling = 500;

    [Theory] // R19 of the reference values: M/M/c, the arms on the same customers
    [InlineData(4, 5, 2.8)]
    [InlineData(2, 3, 1.2)]
    public void Of_300_studies_of_queues_95_in_100_intervals_hold_the_difference_of_theory(
        int servers, int others, double load)
    {
        const int studies = 300;
        var study = new ValuedStudy(Seeds);
        var truth = QueueTheory.MeanWaitMMc(others, load) - QueueTheory.MeanWaitMMc(servers, load);
        var held = Enumerable.Range(0, studies).AsParallel().Count(at =>
        {
            var limits = study.Found(Waits(servers, load, at * Seeds), Waits(others, load, at * Seeds))
                .Differences[0].Alone!;
            return limits.Low <= truth && truth <= limits.High;
        });

        Said("intervals that hold the truth", held, studies);
        Assert.InRange(held / (double)studies, 0.93, 0.97);
    }

    [Fact]
    public void Of_400_null_studies_of_queues_3_to_7_in_100_claim_a_difference()
    {
        const int studies = 400;
        var study = new ValuedStudy(Seeds);
        var claims = Enumerable.Range(0, studies).AsParallel().Count(at => Claims(study.Found(
            Waits(2, 1.2, 2 * at * Seeds), Waits(2, 1.2, ((2 * at) + 1) * Seeds))));

        Said("claims", claims, studies);
        Assert.InRange(claims / (double)studies, 0.03, 0.07);
    }

    [Fact]
    public void Null_studies_of_festivals_claim_no_more_than_their_confidence_says()
    {
        const int seeds = 5;
        const int small = 6;
        var studies = int.TryParse(
            Environment.GetEnvironmentVariable("FLASHSALE_NULL_STUDIES"), CultureInfo.InvariantCulture,
            out var many) ? many : small;
        var study = new ValuedStudy(seeds);
        var sample = study.Plan.Orders[0].Scenario.OfDay() with { Scale = 0.000_002 };
        var turnovers = Enumerable.Range(1, 2 * seeds * studies).AsParallel().AsOrdered()
            .Select(seed => Turnover(sample with { Seed = (ulong)seed }, study.Plan.Study.Horizon!.Value))
            .Chunk(seeds).ToList();
        var claims = turnovers.Chunk(2).Count(pair => Claims(study.Found(pair[0], pair[1])));

        Said("claims", claims, studies);
        Assert.InRange(claims, Least(studies), studies < 100 ? 2 : 0.07 * studies);

        static double Least(int studies) => studies < 100 ? 0 : 0.03 * studies;
    }

    private static bool Claims(StudyResult found) => found.Differences[0].Verdict == VerdictKind.Differs;

    private static List<double> Waits(int servers, double load, int firstSeed) =>
    [
        .. Enumerable.Range(firstSeed, Seeds).Select(seed =>
        {
            var queue = new MarkovQueue(servers, load, (ulong)seed, Customers, Filling);
            queue.Run();
            return queue.MeanWait;
        }),
    ];

    private static double Turnover(Scenario scenario, TimeSpan horizon)
    {
        var run = Simulation.Create(scenario);
        while (run.StepUntil(horizon, int.MaxValue))
        {
        }

        return (double)run.Finish(new RunStamp("", "", TimeSpan.Zero, 0, "")).Summary.GmvYuan;
    }

    private void Said(string what, int count, int studies) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {count} of {studies}, {100.0 * count / studies:0.00} %"));
}
