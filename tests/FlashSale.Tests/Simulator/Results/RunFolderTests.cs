using System.Text;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;

namespace FlashSale.Tests.Simulator.Results;

public sealed class RunFolderTests
{
    // Left beside the tests, so that people can look at a report of every chart.
    private static readonly RunFolder Folder = new(Path.Combine(AppContext.BaseDirectory, "sample-run"));

    [Fact]
    public void A_report_can_be_written_again_from_summary_and_timeline()
    {
        Folder.Write(SampleFestival.Result);
        RunReport.Write(SampleFestival.Result, Folder);
        var report = File.ReadAllText(Folder.ReportPath);

        File.Delete(Folder.ReportPath);
        RunReport.Write(Folder.Read(), Folder);

        Assert.Equal(report, File.ReadAllText(Folder.ReportPath));
    }

    [Fact]
    public void A_folder_that_came_back_with_a_mark_and_other_line_ends_is_read_all_the_same()
    {
        using var run = new FinishedRun();
        var report = RunReport.Of(run.Folder.Read());
        foreach (var file in new[] { run.Folder.SummaryPath, run.Folder.TimelinePath })
        {
            File.WriteAllText(
                file, File.ReadAllText(file).ReplaceLineEndings("\r\n"), new UTF8Encoding(true));
        }

        Assert.Equal(report, RunReport.Of(run.Folder.Read()));
    }

    [Fact]
    public void Results_do_not_know_that_they_are_reported() => Assert.DoesNotContain(
        Repository.Sources.Where(source =>
            source.Path.StartsWith("simulator/Results/", StringComparison.Ordinal)),
        source => Repository.Text(source.Path).Contains("RunReport", StringComparison.Ordinal));
}
