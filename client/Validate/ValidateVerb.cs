using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>«flashsale validate»: past festivals, simulated against published, point by point.</summary>
internal sealed class ValidateVerb : IVerb
{
    private const int DaysUsually = 15; // all published parcel days are reached by then
    private const int EventsPerLook = 20_000;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Argument<int[]> _years = new("year")
    {
        Description = "The festivals to compare. Without any: all that are shipped.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<ulong?> _seed = SharedOptions.Seed();
    private readonly Option<double?> _scale = SharedOptions.Scale();
    private readonly Option<bool> _json = SharedOptions.Json();
    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public ValidateVerb()
    {
        Command = new Command(
            "validate",
            "Compare simulated festivals with the published figures; fails if one is too far off.")
        {
            _years, _seed, _scale, _json, _quiet,
        };
        foreach (var part in Parts)
        {
            Command.Add(part.Command);
        }
    }

    public Command Command { get; }

    public IReadOnlyList<IVerb> Parts { get; } =
        [new ValidateSeasonVerb(), new ValidateGovernanceVerb(), new ValidateCertificationVerb()];

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale validate", "Every festival that is shipped."),
        new("flashsale validate 2016 2018 --seed 7", "Two of them, with other chance."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var shipped = ShippedYears();
        var years = parsed.GetValue(_years) is { Length: > 0 } asked ? asked : shipped.Keys.ToArray();
        if (years.FirstOrDefault(year => !shipped.ContainsKey(year)) is > 0 and var unknown)
        {
            terminal.Error.WriteLine(
                $"flashsale validate: no festival of {unknown} is shipped with published "
                + $"figures; allowed: {string.Join(", ", shipped.Keys)}");
            return ExitCode.BadInput;
        }

        if (years.Length > years.Distinct().Count())
        {
            terminal.Error.WriteLine("flashsale validate: a year is given twice; allowed: each once");
            return ExitCode.BadInput;
        }

        var isQuiet = parsed.GetValue(_quiet);
        var comparisons = new List<FestivalComparison>();
        foreach (var year in years)
        {
            var scenario = shipped[year];
            var chosen = scenario with
            {
                Seed = parsed.GetValue(_seed) ?? scenario.Seed,
                Scale = parsed.GetValue(_scale) ?? scenario.Scale,
            };
            if (Compare(chosen, terminal, isQuiet, stop) is not { } comparison)
            {
                break;
            }

            comparisons.Add(comparison);
            Show(comparison, terminal, parsed.GetValue(_json), isQuiet);
        }

        return Conclude(comparisons, years.Length, terminal, parsed.GetValue(_json));
    }

    private static ExitCode Conclude(
        List<FestivalComparison> comparisons, int asked, Terminal terminal, bool isJson)
    {
        if (isJson)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(comparisons, Json));
        }

        return comparisons.Count == asked && comparisons.All(comparison => comparison.Passed)
            ? ExitCode.Done
            : ExitCode.Failed;
    }

    private static SortedDictionary<int, Scenario> ShippedYears()
    {
        var years = new SortedDictionary<int, Scenario>();
        foreach (var name in ScenarioFiles.Shipped())
        {
            var reading = TextFile.Read(ScenarioFiles.Find(name)!, ScenarioReader.Read);
            if (reading.Value is { Festival: { IsSinglesDay: true, Year: var year } } scenario
                && name.StartsWith("double11-", StringComparison.Ordinal) && Published.Year(year) is not null)
            {
                years[year] = scenario;
            }
        }

        return years;
    }

    private static FestivalComparison? Compare(
        Scenario scenario, Terminal terminal, bool isQuiet, CancellationToken stop)
    {
        var view = new ProgressView(terminal, isQuiet);
        var startedAt = terminal.Clock.GetTimestamp();
        var simulation = Simulation.Create(scenario);
        while (simulation.Progress.At < TimeSpan.FromDays(DaysUsually) && simulation.Step(EventsPerLook))
        {
            var at = simulation.Progress;
            view.Show(RunProgress.Of(scenario, at));
            if (stop.IsCancellationRequested)
            {
                view.End();
                return null;
            }
        }

        view.End();
        var wall = terminal.Clock.GetElapsedTime(startedAt);
        return simulation.Finish(
            new RunStamp(BuildCommit.Id, "flashsale validate", wall, 0, "")).Summary.Comparison;
    }

    private static void Show(FestivalComparison comparison, Terminal terminal, bool isJson, bool isQuiet)
    {
        if (isJson && isQuiet)
        {
            return;
        }

        var console = terminal.Pretty(onError: isJson);
        console.Write(Clock(comparison));
        console.Write(Measures(comparison));
        console.WriteLine();
    }

    private static Table Clock(FestivalComparison comparison)
    {
        var table = new Table().Title($"{comparison.Year}: GMV clock").Border(TableBorder.Simple)
            .AddColumn("after midnight")
            .AddColumn(new TableColumn("published").RightAligned().NoWrap())
            .AddColumn(new TableColumn("simulated").RightAligned().NoWrap())
            .AddColumn(new TableColumn("error, points").RightAligned().NoWrap());
        foreach (var point in comparison.Points)
        {
            table.AddRow(
                TimeSpan.FromSeconds(point.Seconds).ToString("c", CultureInfo.InvariantCulture),
                Figures.Percent(point.PublishedShare),
                point.SimulatedShare is { } share ? Figures.Percent(share) : "–",
                point.ErrorPoints?.ToString("+0.00;-0.00", CultureInfo.InvariantCulture) ?? "–");
        }

        return table;
    }

    private static Table Measures(FestivalComparison comparison)
    {
        var table =
            new Table().Title($"{comparison.Year}: {(comparison.Passed ? "within" : "outside")} the bars")
            .Border(TableBorder.Simple).AddColumn("measure")
            .AddColumn(new TableColumn("simulated").RightAligned().NoWrap())
            .AddColumn(new TableColumn("published").RightAligned().NoWrap())
            .AddColumn(new TableColumn("error").RightAligned().NoWrap())
            .AddColumn(new TableColumn("bar").RightAligned().NoWrap())
            .AddColumn(new TableColumn("verdict").NoWrap());
        foreach (var measure in comparison.Measures)
        {
            table.AddRow(
                $"{measure.Name}{(measure.Unit.Length > 0 ? $", {measure.Unit}" : "")}",
                Number(measure.Simulated),
                Number(measure.Published),
                measure.Error is { } error ? Figures.Percent(error) : "–",
                measure is { Error: not null, Bar: { } bar } ? Figures.Percent(bar) : Number(measure.Bar),
                Words.Of(measure.Verdict).Replace('-', ' '));
        }

        return table;
    }

    private static string Number(double? value) =>
        value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "–";
}
