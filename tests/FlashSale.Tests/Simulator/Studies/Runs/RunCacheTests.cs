using FlashSale.Simulator;
using FlashSale.Tests.Client;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class RunCacheTests : IDisposable
{
    private static readonly RunOrder Order = StudyReaderTests
        .Plan(StudyReaderTests.Study(StudyText.Arms(seeds: 1))).Orders[0];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-cache-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_is_kept_is_read_as_it_was()
    {
        var cache = new RunCache(_folder.FullName);
        var outcome = Runner(cache).Run(Order, CancellationToken.None)!;

        Assert.Equal((RunStatus.Done, Order.Key), (outcome.Status, outcome.Key));
        Assert.Equal(outcome, new RunCache(_folder.FullName).Outcome(Order.Key));
        Assert.Equal(outcome.StateHash, SummaryJson.Read(cache.Summary(Order.Key)).StateHash);
        Assert.NotEmpty(new RunFigures(cache, Order.Key).Timeline);
        Assert.Equal(1, cache.Size().Runs);
    }

    [Theory]
    [InlineData("outcome.json")]
    [InlineData("summary.json")]
    [InlineData("timeline.csv.gz")]
    public void One_planted_bit_is_found_and_the_run_is_made_again(string name)
    {
        var cache = new RunCache(_folder.FullName);
        var outcome = Runner(cache).Run(Order, CancellationToken.None)!;
        var file = Path.Combine(EntryOf(Order.Key), name);
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 25))
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, damaged);

            Assert.Null(cache.Outcome(Order.Key));
            Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
        }

        Assert.Equal(outcome.StateHash, Runner(cache).Run(Order, CancellationToken.None)!.StateHash);
    }

    [Fact]
    public void The_value_of_a_measure_is_read_from_a_run_once()
    {
        var cache = new RunCache(_folder.FullName);
        Runner(cache).Run(Order, CancellationToken.None);
        var measures = StudyMeasure.All(StudyReaderTests.Study(StudyText.Arms(
            measures: "  gmv: gmvYuan\n  early: { value: \"at(gmv_yuan, 1min)\" }"))).Value!;
        var values = StudyMeasure.ValuesOf(measures, cache, Order.Key);

        foreach (var figures in new[] { "summary.json", "timeline.csv.gz" })
        {
            File.Delete(Path.Combine(EntryOf(Order.Key), figures));
        }

        Assert.DoesNotContain(null, values!);
        Assert.Equal(values, StudyMeasure.ValuesOf(measures, cache, Order.Key));
    }

    [Fact]
    public void Values_with_a_planted_bit_are_read_from_the_figures_again()
    {
        var cache = new RunCache(_folder.FullName);
        Runner(cache).Run(Order, CancellationToken.None);
        var measures = StudyMeasure.All(StudyReaderTests.Study(StudyText.Arms())).Value!;
        var values = StudyMeasure.ValuesOf(measures, cache, Order.Key);
        var file = Path.Combine(EntryOf(Order.Key), "values.json");
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length - 1; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            File.WriteAllBytes(file, damaged);

            Assert.Equal(values, StudyMeasure.ValuesOf(measures, cache, Order.Key));
            Assert.Equal(bytes, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void A_run_of_another_machine_is_taken_over_if_its_files_are_those_of_its_outcome()
    {
        var there = new RunCache(Path.Combine(_folder.FullName, "there"));
        var outcome = Runner(there).Run(Order, CancellationToken.None)!;
        var files = there.Files(Order.Key)!;
        var sent = RunFiles.Unpacked(files.PackedSummary(), files.Timeline, files.Summary.Length);
        var here = new RunCache(Path.Combine(_folder.FullName, "here"));

        files.Timeline[^1] ^= 1;
        Assert.Throws<InvalidDataException>(() => here.Import(outcome, files));
        Assert.Null(here.Outcome(Order.Key));
        files.Timeline[^1] ^= 1;
        here.Import(outcome, sent);

        Assert.Equal(outcome, here.Outcome(Order.Key));
        Assert.Equal(there.Summary(Order.Key), here.Summary(Order.Key));
        Assert.Throws<InvalidDataException>(
            () => RunFiles.Unpacked(files.PackedSummary(), files.Timeline, files.Summary.Length - 1));
    }

    [Fact]
    public void A_run_that_is_asked_to_stop_leaves_nothing()
    {
        var cache = new RunCache(_folder.FullName);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Null(Runner(cache).Run(Order with { Horizon = null }, stop.Token));

        Assert.Equal(0, cache.Size().Runs);
    }

    [Fact]
    public void A_run_that_meets_a_fault_is_an_outcome()
    {
        var broken = Order with { Scenario = Order.Scenario.OfDay() with { Channels = [] } };

        var outcome = Runner(new RunCache(_folder.FullName)).Run(broken, CancellationToken.None)!;

        Assert.Equal(RunStatus.Faulted, outcome.Status);
        Assert.NotEmpty(outcome.Fault);
        Assert.Equal(outcome, new RunCache(_folder.FullName).Outcome(Order.Key));
    }

    [Fact]
    public void An_order_is_the_same_on_the_other_side_of_a_pipe()
    {
        var read = RunOrderJson.Read(RunOrderJson.Line(Order));

        Assert.Equal((Order.Key, Order.Seed, Order.Horizon), (read.Key, read.Seed, read.Horizon));
        Assert.Equal(Order.Scenario.Hash, read.Scenario.Hash);
        Assert.Throws<InvalidDataException>(() => RunOrderJson.Read("{}"));
        Assert.Throws<InvalidDataException>(() => RunOrderJson.Read(
            RunOrderJson.Line(Order).Replace("2min", "3min", StringComparison.Ordinal)
                .Replace(Order.Scenario.Hash, new string('0', 64), StringComparison.Ordinal)));
    }

    private string EntryOf(string key) => Path.Combine(_folder.FullName, key[..2], key);

    private static OrderRunner Runner(RunCache cache) => new(cache, "commit", new HandClock());
}
