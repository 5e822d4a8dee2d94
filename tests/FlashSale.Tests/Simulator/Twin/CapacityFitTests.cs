using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Twin;

/// <summary>Rule CAP-5.</summary>
[Trait("simulator", "CAP-5")]
public sealed class CapacityFitTests
{
    private static readonly CapacityQuestion Question = new() { OrdersPerSecond = 200_000 };

    [Fact]
    public void The_truth_lies_within_the_intervals_of_scattered_measurements()
    {
        var results = Measured.Cluster(scatter: 0.03);
        var answer = CapacityFit.Of(results, null).Model!.Answer(Question);
        var truth = CapacityFit.Of(Measured.Cluster(), null).Model!.Answer(Question);

        var range = CapacityUncertainty.Of(results, null, Question, answer.Silos, seed: 1);

        Assert.InRange(Measured.Law.PerSilo, range.PerSilo.Low, range.PerSilo.High);
        Assert.InRange(Measured.Law.Contention, range.Contention.Low, range.Contention.High);
        Assert.InRange(Measured.Law.Coherency, range.Coherency.Low, range.Coherency.High);
        Assert.InRange(truth.Silos, range.Silos.Low, range.Silos.High);
        Assert.True(range.Silos.High > range.Silos.Low);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals()
    {
        var results = Measured.Cluster(scatter: 0.03);

        Assert.Equal(
            CapacityUncertainty.Of(results, null, Question, 8, seed: 5),
            CapacityUncertainty.Of(results, null, Question, 8, seed: 5));
        Assert.NotEqual(
            CapacityUncertainty.Of(results, null, Question, 8, seed: 5),
            CapacityUncertainty.Of(results, null, Question, 8, seed: 6));
    }

    [Fact]
    public void Measurements_without_scatter_leave_no_doubt_of_the_law()
    {
        var range = CapacityUncertainty.Of(Measured.Cluster(), null, Question, 8, seed: 1);

        Assert.Equal(range.PerSilo.Low, range.PerSilo.High, 1e-6);
        Assert.Equal(1, range.CarriesShare);
    }

    [Fact]
    public void One_size_is_too_little_unless_the_losses_are_assumed()
    {
        var results = Measured.Cluster(0, 1);

        var fit = CapacityFit.Of(results, null);

        Assert.Null(fit.Model);
        Assert.Contains(fit.Lacking, lack => lack.StartsWith("peaks of 1 sizes", StringComparison.Ordinal));
        Assert.Contains(fit.Lacking, lack => lack.StartsWith("3 measurements", StringComparison.Ordinal));
        Assert.Equal(
            Measured.Law.PerSilo, CapacityFit.Of(
                results, new AssumedLosses(0.01, 0)).Model!.Law.PerSilo, 1e-6);
    }

    [Fact]
    public void What_a_load_test_writes_is_read_again()
    {
        var results = Measured.Cluster(scatter: 0.03);

        var read = LoadResults.Read(results.ToJson(), "load.json");

        Assert.Empty(read.Problems);
        Assert.Equal(results.Measurements, read.Value!.Measurements);
        Assert.Equal(
            (results.CoresPerSilo, results.DatabaseCores), (
                read.Value.CoresPerSilo, read.Value.DatabaseCores));
    }

    [Fact]
    public void A_latency_has_to_be_measured()
    {
        var peaks = Measured.Cluster();
        var results = peaks with
        {
            Measurements = [.. peaks.Measurements.Where(one => one.Kind == LoadKind.Peak)],
        };

        Assert.Equal(
            ["no measurement of kind steady with latencyMsP99: one at a light load is needed"],
            CapacityFit.Of(results, null).Lacking);
    }
}
