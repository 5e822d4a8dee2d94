using System.Globalization;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What a person reads when a season is over, and what a machine gets.</summary>
internal static class SeasonView
{
    /// <summary>Prints the summary: one JSON document for machines, lines for people.</summary>
    public static void Show(
        SeasonSummary summary, SeasonFolder folder, Terminal terminal, SeasonOptions options)
    {
        if (options.Json)
        {
            terminal.Out.WriteLine(SeasonJson.Write(summary));
        }

        if (options.Quiet)
        {
            return;
        }

        var output = options.Json ? terminal.Error : terminal.Out;
        foreach (var (what, figure) in Rows(summary))
        {
            output.WriteLine($"{what,-18}{figure}");
        }

        output.WriteLine();
        foreach (var check in summary.Audit.Checks.Where(check => !check.Passed))
        {
            output.WriteLine($"audit failed: {check.Name}: {check.Finding}");
        }

        output.WriteLine($"Report: {folder.ReportPath}");
        output.WriteLine($"Repeat: {summary.Command}");
    }

    private static IEnumerable<(string What, string Figure)> Rows(SeasonSummary season)
    {
        yield return ("Season", Text(
            $"{season.Scenario}, seed {season.Seed}, {season.Days} days after {season.WarmUpDays} of warm-up")
            + (season.Partial ? ", partial" : ""));
        yield return ("Orders", $"{Figures.Count(season.OrdersPlaced)} placed, "
            + $"{Figures.Count(season.OrdersPaid)} paid, of {Figures.Count(season.Visits)} visits");
        yield return (
            "GMV", $"{Figures.Yuan(season.GmvYuan)}, {Figures.Yuan(season.RefundedYuan)} given back");
        yield return ("Stores", $"{Figures.Count(season.Stores)} open, {Figures.Count(season.Openings)} "
            + $"opened, {Figures.Count(season.Exits)} closed");
        yield return ("Sellers", Text($"{season.Sellers:#,0}; {Figures.Percent(season.Ages.UnderOneYear)} ")
            + $"for less than a year, {Figures.Percent(season.Ages.UnderThreeYears)} for less than three");
        yield return ("Top 10 % sell", Figures.Percent(season.Concentration.Top10PercentShare)
            + Text($", Gini {season.Concentration.Gini:0.00}"));
        yield return ("Audit", season.Audit.Passed
            ? $"passed, {season.Audit.Checks.Count} checks"
            : $"FAILED: {string.Join(", ", season.Audit.Checks.Where(c => !c.Passed).Select(c => c.Name))}");
        yield return ("State hash", season.StateHash);
        yield return ("Speed", Text(
            $"{season.WallSeconds:0.0} s, {season.OrdersPerWallSecond:#,0} orders a second, ")
            + Text($"{season.Events:#,0} events, {season.PeakRssBytes / 1048576.0:#,0} MiB at most"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
