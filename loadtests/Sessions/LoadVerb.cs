using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.LoadTests;

/// <summary>Runs a load test and tells how it went.</summary>
internal sealed class LoadVerb(LoadTerminal terminal, TimeProvider clock)
{
    /// <summary>A run that was stopped is done too: its report says that it is partial.</summary>
    public const int Done = 0;

    /// <summary>A gate, the audit or the driver itself failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad arguments or a bad file.</summary>
    public const int BadInput = 2;

    /// <summary>Something could not be reached, read or written.</summary>
    public const int Unreachable = 3;

    /// <summary>Runs it and gives the exit code.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="inject">Begins the visits; null for the driver's own pacer.</param>
    /// <param name="stop">Ends it early, with a partial report.</param>
    public async Task<int> Run(LoadOptions options, Injector? inject, CancellationToken stop)
    {
        var problems = LoadRefusals.Of(options).ToList();
        if (problems.Count > 0)
        {
            return Refuse(problems);
        }

        var (scenario, chaos, wrong) = Read(options);
        if (scenario is null || chaos is null)
        {
            return Refuse(wrong.Select(problem => problem.ToString()));
        }

        scenario = scenario with { Seed = options.Seed ?? scenario.Seed };
        var curve = PlannedLoad.CurveOf(scenario, options.Peak, options.Seconds);
        if (LoadBounds.Problem(PlannedLoad.Of(scenario.Load, curve, options.WarmUp)) is { } tooMuch)
        {
            return Refuse([$"the load of {scenario.Name}: {tooMuch}"]);
        }

        inject ??= (_, work, visits) => new PacedInjection(work, visits, clock);
        try
        {
            return await Load(options, scenario, chaos, inject, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("loadtests: stopped before there was anything to report");
            return Failed;
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException || Faults.IsOne(fault))
        {
            await terminal.Error.WriteLineAsync($"loadtests: {fault.Message}");
            return Unreachable;
        }
    }

    private static (Scenario?, IReadOnlyList<ChaosStep>?, IEnumerable<ScenarioProblem>) Read(
        LoadOptions options)
    {
        var scenario = Read(options.File ?? options.Scenario.Name, ScenarioFiles.Find, ScenarioReader.Read);
        var chaos = options.Chaos is { } file
            ? Read(file, name => File.Exists(name) ? name : null, ScenarioReader.ReadChaos)
            : new ScenarioReading<IReadOnlyList<ChaosStep>>([], []);
        return (scenario.Value, chaos.Value, scenario.Problems.Concat(chaos.Problems));
    }

    private static ScenarioReading<T> Read<T>(
        string name, Func<string, string?> find, Func<string, string, ScenarioReading<T>> read)
        where T : class => find(name) is { } path
            ? TextFile.Read(path, read)
            : new ScenarioReading<T>(
                null,
                [new ScenarioProblem(name, 1, 1, "", "there is no such file", "a path of a YAML file")]);

    private int Refuse(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            terminal.Error.WriteLine($"loadtests: {problem}");
        }

        return BadInput;
    }

    private async Task<int> Load(
        LoadOptions options, Scenario scenario, IReadOnlyList<ChaosStep> chaos, Injector inject,
        CancellationToken stop)
    {
        Directory.CreateDirectory(options.Folder); // what cannot be written is known before the load
        await terminal.Error.WriteLineAsync(
            options.Silos is { } count ? $"starting silo processes: {count} …" : "opening the market …");
        await using var market = await OpenedMarket.Open(options, clock, stop);
        if (market.Api is { } api)
        {
            await terminal.Error.WriteLineAsync($"live pages: {api.Url}");
        }

        var session = new LoadSession(options, scenario, market, terminal, clock);
        var result = await session.Run(inject, chaos, stop);
        var folder = new DriveFolder(options.Folder);
        folder.Write(result);
        await LoadTable.Print(result.Summary, folder.ReportPath, terminal.Out);
        await WriteMeasurements(options, result.Summary);
        return result.Summary.Succeeded ? Done : Failed;
    }

    private async Task WriteMeasurements(LoadOptions options, DriveSummary summary)
    {
        if (options.Measurements is not { } file)
        {
            return;
        }

        var measured = LoadMeasurements.Of(summary);
        if (measured.Results is { } results)
        {
            await File.WriteAllTextAsync(file, results.ToJson());
        }
        else
        {
            await terminal.Error.WriteLineAsync($"loadtests: {file} is not written: {measured.Problem}");
        }
    }
}
