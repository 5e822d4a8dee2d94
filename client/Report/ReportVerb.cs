using System.CommandLine;
using FlashSale.Dashboard;
using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>«flashsale report»: writes a report again, or sets two runs beside each other.</summary>
internal sealed class ReportVerb : IVerb
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "The folder of a load test or of a simulation.",
    };

    private readonly Option<string?> _compare = new("--compare")
    {
        HelpName = "FOLDER",
        Description = "Another one of the same kind: prints both, and how far it is from the first. "
            + "Without it: writes the report again.",
    };

    private readonly Option<string?> _page = new("--page")
    {
        HelpName = "FILE",
        Description = "With --compare: writes the comparison as a page too. Without it: prints it only.",
    };

    public ReportVerb()
    {
        Command = new Command("report", "Write the report of a run again, or compare two runs.")
        {
            _folder, _compare, _page,
        };
    }

    public Command Command { get; }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("flashsale report runs/double11-2018-seed1", "Write report.html again."),
        new("flashsale report runs/before --compare runs/after --page compared.html",
            "What a change did, in a load test or a simulation."),
    ];

    public ExitCode Run(ParseResult parsed, Terminal terminal, CancellationToken stop)
    {
        try
        {
            var folder = parsed.GetRequiredValue(_folder);
            return parsed.GetValue(_compare) is { } other
                ? Compare(folder, other, parsed.GetValue(_page), terminal)
                : Write(folder, terminal);
        }
        catch (InvalidDataException wrong)
        {
            terminal.Error.WriteLine($"flashsale report: {wrong.Message}");
            return ExitCode.BadInput;
        }
    }

    private static ExitCode Write(string folder, Terminal terminal)
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
        else
        {
            RunReport.Write(new RunFolder(folder).Read(), new RunFolder(folder));
        }

        terminal.Out.WriteLine($"Report: {drive.ReportPath}");
        return ExitCode.Done;
    }

    private static ExitCode Compare(string one, string other, string? page, Terminal terminal)
    {
        var comparison = (new DriveFolder(one).Read(), new DriveFolder(other).Read()) switch
        {
            ({ } first, { } second) => LoadComparison.Of((one, first), (other, second)),
            (null, null) => LoadComparison.OfRuns(
                (one, new RunFolder(one).Read().Summary), (other, new RunFolder(other).Read().Summary)),
            _ => throw new InvalidDataException(
                $"{one} and {other} are not of one kind; allowed: two load tests, or two simulations"),
        };
        terminal.Out.WriteLine($"{"",-30}{"first",17} {"second",17} {"change",10}");
        foreach (var row in comparison.Rows)
        {
            terminal.Out.WriteLine($"{row.Name,-30}{row.First,17} {row.Second,17} {row.Change,10}");
        }

        if (page is not null)
        {
            File.WriteAllText(page, comparison.Page());
            terminal.Out.WriteLine($"Page: {page}");
        }

        return ExitCode.Done;
    }
}
