using FlashSale.Driver;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>The rates of a load: of the scenario, of a table, or one for all seconds.</summary>
internal static class DriveCurve
{
    /// <summary>Makes it; null with every problem told if the table of rates is wrong.</summary>
    /// <exception cref="IOException">The table is there and cannot be read.</exception>
    public static ReadCurve? Of(Scenario scenario, DriveOptions options, Terminal terminal)
    {
        if (options.Curve is { } file)
        {
            return OfTable(file, options, terminal);
        }

        var isMidnight = options.Rate is null && scenario.Load.Shape == LoadShape.Midnight;
        if (options.Speed is not null && !isMidnight)
        {
            return Refuse(terminal, "--speed changes nothing of a constant rate or a ramp; allowed: with "
                + "--curve, or a scenario of the shape midnight");
        }

        var curve = options.Rate is { } rate
            ? ArrivalCurve.Constant(rate, options.Duration ?? (int)scenario.Load.Duration.TotalSeconds)
            : PlannedLoad.CurveOf(scenario, options.Peak, options.Duration, options.Speed);
        return new ReadCurve(curve, []);
    }

    /// <summary>A curve in words.</summary>
    public static string WordsOf(ArrivalCurve curve, Scenario scenario, DriveOptions options)
    {
        var shape = options.Rate is not null ? "constant"
            : options.Curve is { } file ? Path.GetFileName(file)
            : $"{Words.Of(scenario.Load.Shape)} of {scenario.Festival.Year}";
        var speed = options.Speed ?? (options.Curve is null ? scenario.Load.Speed : 1);
        return FormattableString.Invariant(
            $"{shape}, {curve.Total:#,0} orders in {curve.Seconds:#,0} s, peak {curve.Peak:#,0.#}/s")
            + (speed != 1 && options.Rate is null
                ? FormattableString.Invariant($", speed {speed:0.###}")
                : "");
    }

    private static ReadCurve? OfTable(string file, DriveOptions options, Terminal terminal)
    {
        var reading = TextFile.Read(file, (text, name) => CurveCsv.Read(text, name, options.Column));
        foreach (var problem in reading.Problems)
        {
            terminal.Error.WriteLine($"flashsale drive: {problem}");
        }

        return reading.Value is { } read ? Played(read, file, options, terminal) : null;
    }

    // The part that is played; its highest rate is the peak that was asked for.
    private static ReadCurve? Played(ReadCurve read, string file, DriveOptions options, Terminal terminal)
    {
        var speed = options.Speed ?? 1;
        var (from, all) = (options.From ?? 0, Math.Ceiling(read.Curve.Seconds / speed));
        if (from >= all)
        {
            return Refuse(terminal, FormattableString.Invariant(
                $"--from {from} is after the end of {file}; allowed: less than {all:0}"));
        }

        var seconds = Math.Min(options.Duration ?? all, all - from);
        if (LoadBounds.TooLong(seconds) is { } problem)
        {
            return Refuse(
                terminal, FormattableString.Invariant($"{file} at --speed {speed:0.###}: {problem}"));
        }

        var curve = read.Curve.Faster(speed, from, (int)seconds);
        var note = PeakElsewhere(read.Curve, speed, from, seconds);
        if (curve.Expected == 0)
        {
            return Refuse(terminal, FormattableString.Invariant(
                $"there are no orders in {seconds:0} s of {file} from {from} s on; allowed: another ")
                + "--from or --duration" + (note is null ? "" : $"; {note}"));
        }

        return new ReadCurve(
            options.Peak is { } most ? curve.WithPeak(most) : curve,
            note is null ? read.Notes : [.. read.Notes, note]);
    }

    private static string? PeakElsewhere(ArrivalCurve whole, double speed, int from, double seconds)
    {
        var highest = Math.Floor(whole.PerSecond.Index().MaxBy(rate => rate.Item).Index / speed);
        return highest >= from && highest < from + seconds ? null
            : FormattableString.Invariant($"the highest rate of the table comes after {highest:0} s, and is ")
                + FormattableString.Invariant($"not in the part that is played, {from} to {from + seconds} s")
                + ", whose own highest rate is the peak of this load; --from says where that begins";
    }

    private static ReadCurve? Refuse(Terminal terminal, string problem)
    {
        terminal.Error.WriteLine($"flashsale drive: {problem}");
        return null;
    }
}
