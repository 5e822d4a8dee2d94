using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The rates of a load: of the scenario, of a table, or one for all seconds.</summary>
internal static class DriveCurve
{
    /// <summary>Makes it; null with every problem told if the table of rates is wrong.</summary>
    /// <exception cref="IOException">The table is there and cannot be read.</exception>
    public static ArrivalCurve? Of(Scenario scenario, DriveOptions options, Terminal terminal) =>
        options.Rate is { } rate
            ? ArrivalCurve.Constant(rate, options.Duration ?? (int)scenario.Load.Duration.TotalSeconds)
        : options.Curve is { } file ? OfTable(file, options, terminal)
        : PlannedLoad.CurveOf(scenario, options.Peak, options.Duration, options.Speed);

    /// <summary>A curve in words.</summary>
    public static string WordsOf(ArrivalCurve curve, Scenario scenario, DriveOptions options)
    {
        var shape = options.Rate is not null ? "constant"
            : options.Curve is { } file ? Path.GetFileName(file)
            : $"{LoadWords.Of(scenario.Load.Shape)} of {scenario.Festival.Year}";
        var speed = options.Speed ?? (options.Curve is null ? scenario.Load.Speed : 1);
        return FormattableString.Invariant(
            $"{shape}, {curve.Total:#,0} orders in {curve.Seconds:#,0} s, peak {curve.Peak:#,0.#}/s")
            + (speed != 1 && options.Rate is null
                ? FormattableString.Invariant($", speed {speed:0.###}")
                : "");
    }

    private static ArrivalCurve? OfTable(string file, DriveOptions options, Terminal terminal)
    {
        var reading = TextFile.Read(file, CurveCsv.Read);
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale drive: {problem}");
        }

        var curve = reading.Value?.Faster(options.Speed ?? 1);
        curve = options.Peak is { } most ? curve?.WithPeak(most) : curve;
        return options.Duration is { } cut ? curve?.CutTo(cut) : curve;
    }
}
