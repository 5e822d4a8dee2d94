using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class RunFolderTests
{
    // Left beside the tests, so that people can look at a report of every chart.
    private static readonly RunFolder Folder = new(Path.Combine(AppContext.BaseDirectory, "sample-run"));

    [Fact]
    public void A_report_can_be_written_again_from_summary_and_timeline()
    {
        Folder.Write(SampleFestival.Result);
        var report = File.ReadAllText(Folder.ReportPath);

        File.Delete(Folder.ReportPath);
        Folder.WriteReport(Folder.Read());

        Assert.Equal(report, File.ReadAllText(Folder.ReportPath));
    }
}
