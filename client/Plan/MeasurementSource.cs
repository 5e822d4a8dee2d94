using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>
/// Where measurements come from: a folder of a load test or of a search, a table, or a file of them.
/// </summary>
internal static class MeasurementSource
{
    private const string Folders =
        "a folder that «flashsale drive», with or without --find-peak, or «loadtests» wrote";

    /// <summary>Reads them; a problem says what is wrong and what is allowed.</summary>
    /// <exception cref="IOException">Something is there and cannot be read.</exception>
    public static ScenarioReading<LoadResults> Read(string path) =>
        Directory.Exists(path) ? OfFolder(path)
            : TextFile.Read<LoadResults>(
                path, Path.GetExtension(path) == ".csv" ? LoadResults.ReadCsv : LoadResults.Read);

    private static ScenarioReading<LoadResults> OfFolder(string path)
    {
        var (load, search) = (new DriveFolder(path), new PeakFolder(path));
        var measured = !File.Exists(load.SummaryPath) ? null
            : load.Read() is { } run ? LoadMeasurements.Of(run.Summary)
            : search.Read() is { } found ? LoadMeasurements.Of(found)
            : null;
        return measured is null ? TextFile.Refused<LoadResults>(path, "there is no load test in it", Folders)
            : measured.Problem is { } problem
                ? TextFile.Refused<LoadResults>(path, problem.Wrong, problem.Allowed)
            : new(measured.Results, []);
    }
}
