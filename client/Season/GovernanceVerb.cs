using System.CommandLine;
using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;
using Spectre.Console;

namespace FlashSale.Client;

/// <summary>«flashsale governance»: ways to change the rules, their protests and their six costs.</summary>
internal sealed class GovernanceVerb : IVerb
{
    private const string Usual = "fees-2011";
    private const int StepsUsual = 6;
    private const int ApartUsual = 7;

    private readonly Argument<string?> _season = new("season")
    {
        Description = "A season with changes and a section «governance»: a path, a shipped season, or one of "
            + $"{string.Join(", ", GovernanceHistories.Names)}. Without it: {Usual}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int?> _steps = NumberOption.Of(
        "--steps", "NUMBER", $"Into so many steps a change is cut. Without it: {StepsUsual}.", 2, 100);

    private readonly Option<int?> _apart = NumberOption.Of(
        "--apart", "DAYS", $"So many days lie between two steps. Without it: {ApartUsual}.", 1, 365);

    private readonly SeedArguments _seeds = new("governance", "Play so many seeds of each way.");

    public GovernanceVerb()
    {
        Command = new Command(
            "governance", "Compare ways to change the rules: who protests, the six costs, and what rules "
                + "make profitable.")
        {
            _season, _steps, _apart,
        };
        _seeds.AddTo(Command);
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale governance", "The fees of 2011: not at all, as they came, at once, in six steps."),
        new("flashsale governance search-2010 --seeds 2 --steps 4", "The reform of search, on two seeds."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var name = parsed.GetValue(_season) ?? Usual;
        var scenario = GovernanceHistories.Find(name)
            ?? SeasonChoice.Read(new SeasonOptions { Scenario = name }, terminal, "governance");
        if (scenario is null || !CanBeCompared(scenario, terminal))
        {
            return ExitCode.BadInput;
        }

        var arms = ChangeArms.Of(
            scenario, parsed.GetValue(_steps) ?? StepsUsual, parsed.GetValue(_apart) ?? ApartUsual);
        var plays = _seeds.Read(parsed, terminal, stop);
        var played = ArmsOnSeeds(arms, plays);
        if (stop.IsCancellationRequested)
        {
            return ExitCode.Failed;
        }

        plays.Show(
            new GovernanceAnswer(
                [.. arms.Select((arm, at) => ChangeWay.Of(arm, played[0], played[at]))],
                MechanismReport.Of(scenario.PolicyAtStart(), scenario.Governance!)),
            (answer, console) => Write(answer, scenario, console));
        return plays.Ended;
    }

    private static bool CanBeCompared(SeasonScenario scenario, Terminal terminal)
    {
        var wrong = scenario.Governance is null ? "has no section «governance»: nobody minds"
            : scenario.Changes.Count == 0 ? "changes no rule" : null;
        if (wrong is not null)
        {
            terminal.Error.WriteLine(
                $"flashsale governance: {scenario.Name} {wrong}; allowed: a season with both");
        }

        return wrong is null;
    }

    // All arms of a seed go on from its season under the old rule.
    private static List<List<SeasonResult>> ArmsOnSeeds(IReadOnlyList<ChangeArm> arms, SeedPlays plays)
    {
        var played = arms.Select(_ => new List<SeasonResult>()).ToList();
        foreach (var seed in plays.From(arms[0].Scenario.Seed))
        {
            var past = Season.Create(arms[0].Scenario with { Seed = seed });
            past.RunUntil(ChangeArms.ForkDay(arms[1].Scenario));
            for (var arm = arms.Count - 1; arm >= 0; arm--)
            {
                played[arm].Add(plays.Play(
                    arm == 0 ? past : past.ForkInto(arms[arm].Scenario with { Seed = seed })));
            }
        }

        return played;
    }

    private static void Write(GovernanceAnswer answer, SeasonScenario scenario, IAnsiConsole console)
    {
        console.Write(WayTable(answer.Ways, scenario));
        console.Write(MechanismTable(answer.Mechanisms));
    }

    private static Table WayTable(IReadOnlyList<ChangeWay> ways, SeasonScenario scenario)
    {
        var table = new Table().Border(TableBorder.Simple).Title($"{scenario.Name}: ways to change the rules")
            .AddColumn("mean of seeds");
        foreach (var way in ways)
        {
            table.AddColumn(new TableColumn(way.Name).RightAligned().NoWrap());
        }

        Row("most protesters, share of sellers", way => Figures.Percent(way.ParticipantsShare));
        Row("days of protest", way => Text($"{way.ProtestDays:0.0}"));
        Row("goods hoarded, unit-hours", way => Text($"{way.HoardedUnitHours:#,0}"));
        Row("concessions", way => Text($"{way.Concessions:0.0}"));
        Row("1 design, yuan", way => Text($"{way.Costs.Design:#,0}"));
        Row("2 opportunity, yuan", way => Text($"{way.Costs.Opportunity:#,0}"));
        Row("3 time lag, yuan", way => Text($"{way.Costs.TimeLag:#,0}"));
        Row("4 risk, yuan", way => Text($"{way.Costs.Risk:#,0}"));
        Row("5 conflict, yuan", way => Text($"{way.Costs.Conflict:#,0}"));
        Row("6 running, yuan", way => Text($"{way.Costs.Running:#,0}"));
        Row("all six, yuan", way => Text($"{way.Costs.Sum:#,0}"));
        return table;

        void Row(string what, Func<ChangeWay, string> cell) =>
            table.AddRow([what, .. ways.Select(cell)]);
    }

    private static Table MechanismTable(IReadOnlyList<MechanismRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple).Title("What rules make profitable, yuan a week")
            .AddColumn("rule");
        foreach (var column in new[]
        {
            "loss if found", "honest", "careless", "opportunist", "professional", "break-even a week",
        })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        table.AddColumn("who gains");
        foreach (var row in rows)
        {
            table.AddRow(
                row.Rule, Text($"{row.LossYuan:#,0}"), Text($"{row.HonestYuan:#,0}"),
                Text($"{row.CarelessYuan:#,0}"), Text($"{row.OpportunistYuan:#,0}"),
                Text($"{row.ProfessionalYuan:#,0}"),
                row.BreakEven is { } chance ? Figures.Percent(chance) : "never", row.WhoGains);
        }

        return table;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // What is printed, and the JSON document.
    private sealed record GovernanceAnswer(
        IReadOnlyList<ChangeWay> Ways, IReadOnlyList<MechanismRow> Mechanisms);
}
