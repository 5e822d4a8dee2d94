using FlashSale.Client;
using FlashSale.Simulator;
using FlashSale.Tests.Dashboard;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

/// <summary>Runs that need too much memory or time, in real worker processes.</summary>
public sealed class WorkerFaultTests : IDisposable
{
    private const long Heap = 160L << 20;
    private const double Large = 0.003;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-workers-");
    private readonly RunOrder _small = StudyReaderTests.Plan(
        StudyReaderTests.Study(StudyText.Arms(seeds: 1))).Orders[0];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_run_that_needs_too_much_memory_costs_that_run_and_no_other()
    {
        var large = _small with
        {
            Key = new string('a', 64),
            Scenario = (Scenario)_small.Scenario with { Scale = Large, Seed = 7 },
            Horizon = null,
        };

        var outcomes = await Outcomes(new WorkerLimits(1, Heap, TimeSpan.FromMinutes(5)), large, _small);

        Assert.Equal(RunStatus.Done, outcomes[_small.Key].Status);
        Assert.Equal(RunStatus.OutOfMemory, outcomes[large.Key].Status);
        Assert.NotEmpty(outcomes[large.Key].Fault);
        Assert.Equal(1, new RunCache(_folder.FullName).Size().Runs); // what the machine did is not kept
    }

    [Fact]
    public async Task A_run_that_does_not_end_in_time_is_given_up_and_its_process_is_gone()
    {
        var endless = _small with
        {
            Scenario = (Scenario)_small.Scenario with { Scale = Large },
            Horizon = null,
        };

        var outcomes = await Outcomes(
            new WorkerLimits(1, RunMemory.FreeBytes, TimeSpan.FromMilliseconds(200)), endless);

        Assert.Equal(RunStatus.TimedOut, Assert.Single(outcomes).Value.Status);
        Assert.Contains("did not end within", outcomes[endless.Key].Fault, StringComparison.Ordinal);
        Assert.Equal(0, new RunCache(_folder.FullName).Size().Runs);
        Assert.DoesNotContain(Directory.EnumerateDirectories("/proc"), IsOurs);
    }

    private async Task<Dictionary<string, RunOutcome>> Outcomes(WorkerLimits limits, params RunOrder[] orders)
    {
        var outcomes = new Dictionary<string, RunOutcome>();
        using var engine = new WorkerProcesses(_folder.FullName, limits, RealClock.Instance);
        await foreach (var outcome in engine.Run(orders, CancellationToken.None))
        {
            outcomes.Add(outcome.Key, outcome);
        }

        return outcomes;
    }

    // Whether a process works for the study of this test.
    private bool IsOurs(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"))
                .Contains(_folder.FullName, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false; // it has just ended, or is no process
        }
    }
}
