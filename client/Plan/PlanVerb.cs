using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale plan»: the capacity twin, from load tests to the size of a cluster (CAP-5).</summary>
internal sealed class PlanVerb : IVerb
{
    private readonly PlanArguments _arguments = new();

    public PlanVerb()
    {
        Command = new Command(
            "plan", "Fit load tests and say how many silos and database cores a peak needs; fails if no "
                + "number is enough.");
        _arguments.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale plan samples/plan/peak.csv samples/plan/steady.csv",
            "What the record of 2020 would need: 583,000 orders a second."),
        new("flashsale plan samples/plan/peak.csv samples/plan/steady.csv --orders-per-second 50000 "
            + "--p99 200", "Another question."),
        new("flashsale plan samples/plan/one-silo samples/plan/one-silo-again --contention 0.02 "
            + "--coherency 0.00001 --orders-per-second 5000",
            "From searches of one size: assume how silos scale."),
        new("flashsale plan samples/plan/peak.csv samples/plan/steady.csv --silos 40 "
            + "--orders-per-second 200000 --scenario double11-2018 --scenario-out forty.yaml",
            "Then «flashsale simulate forty.yaml» plays the festival on 40 silos."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        Scenario? scenario = null;
        if (_arguments.ScenarioOf(parsed) is { } name)
        {
            scenario = ScenarioChoice.Read(new SimulateOptions { Scenario = name }, terminal, "plan");
            if (scenario is null)
            {
                return ExitCode.BadInput;
            }
        }

        var options = _arguments.Read(parsed, scenario?.Festival.PeakOrdersPerSecond);
        if (ReadAll(options.Files, terminal) is not { } results)
        {
            return ExitCode.BadInput;
        }

        var fit = CapacityFit.Of(results, options.Losses);
        if (fit.Model is not { } model)
        {
            terminal.Error.WriteLine("flashsale plan: the measurements are too few for a plan:");
            foreach (var lack in fit.Lacking)
            {
                terminal.Error.WriteLine($"  {lack}");
            }

            return ExitCode.BadInput;
        }

        var plan = CapacityPlan.Of(results, model, options);
        if (scenario is not null)
        {
            Write(options, plan.Answer, scenario);
        }

        PlanView.Show(plan, options.Json, terminal);
        return plan.Answer.Result == PlanResult.Carries ? ExitCode.Done : ExitCode.Failed;
    }

    private static LoadResults? ReadAll(IReadOnlyList<string> files, Terminal terminal)
    {
        LoadResults? all = null;
        foreach (var file in files)
        {
            var reading = MeasurementSource.Read(file);
            foreach (var problem in reading.Problems)
            {
                terminal.Error.WriteLine($"flashsale plan: {problem}");
            }

            if (reading.Value is not { } results)
            {
                return null;
            }

            all = all is null ? results : all.With(results);
            if (all is null)
            {
                terminal.Error.WriteLine(
                    $"flashsale plan: {file} was measured on other machines; allowed: files with the same "
                    + "coresPerSilo and databaseCores");
                return null;
            }
        }

        return all;
    }

    private static void Write(PlanOptions options, CapacityAnswer answer, Scenario scenario)
    {
        var peak = scenario.Festival.PeakOrdersPerSecond;
        if (options.Out is { } block)
        {
            File.WriteAllText(block, PlannedScenario.Block(answer, peak));
        }

        if (options.ScenarioOut is { } file)
        {
            var text = TextFile.Text(ScenarioFiles.Find(options.Scenario!)!);
            File.WriteAllText(file, PlannedScenario.With(text, answer, peak));
        }
    }
}
