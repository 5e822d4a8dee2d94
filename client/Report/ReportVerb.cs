using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale report»: writes a report again, or sets runs beside each other.</summary>
internal sealed class ReportVerb : IVerb
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The folder of a load test, of a search for a peak, of a simulation, or of a season.",
    };

    private readonly Option<string[]> _compare = new("--compare")
    {
        HelpName = "FOLDER",
        Description = "Others of the same kind: simulations, as many as there are – each alone, or a folder "
            + "of seeds as «simulate --seeds --out» leaves it – or one load test. Prints what differs in "
            + "what was asked, each figure with its difference, and if chance explains it. Without it: "
            + "writes the report again.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _page = new("--page")
    {
        HelpName = "FILE",
        Description = "With --compare: writes the comparison as a page too. Without it: prints it only.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "With --compare, of simulations: print one JSON document on standard output.",
    };

    private readonly Option<bool> _quiet = SharedOptions.Quiet();

    public ReportVerb()
    {
        Command = new Command("report", "Write the report of a run again, or compare runs.")
        {
            _folder, _compare, _page, _json, _quiet,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetResult(_compare) is null
                && (result.GetResult(_page) is not null || result.GetValue(_json)))
            {
                result.AddError("--page and --json are of a comparison; allowed with --compare");
            }
        });
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale report runs/double11-2018-seed1", "Write report.html again."),
        new("flashsale report runs/before --compare runs/after --page compared.html",
            "What a change did, in a load test or a simulation."),
        new("flashsale report runs/a --compare runs/b",
            "Two questions of «simulate --seeds 5 --out»: differences of pairs, with intervals."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        var folder = parsed.GetRequiredValue(_folder);
        var printed = PrintedChoice.Of(parsed, _json, _quiet);
        return parsed.GetValue(_compare) is { Length: > 0 } others
            ? Compare([folder, .. others], parsed.GetValue(_page), printed, terminal)
            : Write(folder, printed, terminal);
    }

    private static ExitCode Write(string folder, Printed printed, Terminal terminal)
    {
        var drive = new DriveFolder(folder);
        if (drive.Read() is { } load)
        {
            drive.WriteReport(load);
        }
        else if (new PeakFolder(folder).Read() is { } search)
        {
            new PeakFolder(folder).WriteReport(search);
        }
        else if (SeasonFolder.IsOne(folder))
        {
            new SeasonFolder(folder).WriteReport();
        }
        else
        {
            RunReport.Write(new RunFolder(folder).Read(), new RunFolder(folder));
        }

        Tell($"Report: {drive.ReportPath}", printed, terminal);
        return ExitCode.Done;
    }

    private static ExitCode Compare(
        IReadOnlyList<string> named, string? page, Printed printed, Terminal terminal)
    {
        IReadOnlyList<string> folders = [.. named.SelectMany(RunFolders.In)];
        if (folders.FirstOrDefault(SeasonFolder.IsOne) is { } season)
        {
            throw new InvalidDataException(
                $"{season} is a season; allowed: simulations, or two load tests – seasons are compared by "
                + "«flashsale study», on seeds of their own");
        }

        var loads = folders.Select(folder => new DriveFolder(folder).Read()).OfType<DriveResult>().ToList();
        if (loads.Count == 0)
        {
            return CompareRuns(folders, page, printed, terminal);
        }

        if (loads.Count != folders.Count || loads.Count != 2 || printed == Printed.Json)
        {
            throw new InvalidDataException(
                $"{string.Join(", ", folders)} are not two load tests, nor all simulations; allowed: two "
                + "load tests without --json, or simulations");
        }

        var comparison = LoadComparison.Of((folders[0], loads[0]), (folders[1], loads[1]));
        if (printed == Printed.Words)
        {
            terminal.Out.WriteLine($"{"",-30}{"first",17} {"second",17} {"change",10}");
            foreach (var row in comparison.Rows)
            {
                terminal.Out.WriteLine($"{row.Name,-30}{row.First,17} {row.Second,17} {row.Change,10}");
            }
        }

        return WritePage(page, comparison.Page, printed, terminal);
    }

    private static ExitCode CompareRuns(
        IReadOnlyList<string> folders, string? page, Printed printed, Terminal terminal)
    {
        var comparison = RunComparison.Of([.. folders.Select(folder => new ComparedRun(
            folder, new RunFolder(folder).Read(), new RunFolder(folder).ReadSeal()?.Days))]);
        if (printed == Printed.Json)
        {
            terminal.Out.WriteLine(RunComparisonView.Json(comparison));
        }
        else
        {
            RunComparisonView.Warn(comparison, terminal);
        }

        if (printed == Printed.Words)
        {
            RunComparisonView.Show(comparison, terminal);
        }

        return WritePage(page, () => ComparisonPage.Of(comparison), printed, terminal);
    }

    private static ExitCode WritePage(string? page, Func<string> text, Printed printed, Terminal terminal)
    {
        if (page is not null)
        {
            File.WriteAllText(page, text());
            Tell($"Page: {page}", printed, terminal);
        }

        return ExitCode.Done;
    }

    private static void Tell(string text, Printed printed, Terminal terminal)
    {
        if (printed != Printed.Nothing)
        {
            (printed == Printed.Json ? terminal.Error : terminal.Out).WriteLine(text);
        }
    }
}
