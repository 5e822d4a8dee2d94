using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

public sealed class RunFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("flashsale-folder").FullName;

    [Fact]
    public void A_report_can_be_written_again_from_summary_and_timeline()
    {
        var folder = new RunFolder(Path.Combine(_path, "runs", "one"));
        folder.Write(SampleFestival.Result);
        var report = File.ReadAllText(folder.ReportPath);

        File.Delete(folder.ReportPath);
        folder.WriteReport(folder.Read());

        Assert.Equal(report, File.ReadAllText(folder.ReportPath));
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
