using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// A distribution of lengths of time: so many percent take at most so long; straight lines between.
/// </summary>
/// <param name="Percents">Rising, from 0 to 100.</param>
/// <param name="Lengths">As many lengths, not falling.</param>
public sealed record LengthQuantiles(IReadOnlyList<double> Percents, IReadOnlyList<TimeSpan> Lengths)
{
    private const int PointsMax = 101;

    /// <summary>A distribution from pairs of percent and length.</summary>
    public static LengthQuantiles Of(params (double Percent, TimeSpan Length)[] points) =>
        new([.. points.Select(point => point.Percent)], [.. points.Select(point => point.Length)]);

    /// <summary>The share that takes at most this long.</summary>
    public double ShareWithin(TimeSpan length)
    {
        if (length >= Lengths[^1])
        {
            return 1;
        }

        var above = 0;
        while (Lengths[above] <= length)
        {
            above++;
        }

        if (above == 0)
        {
            return 0;
        }

        var part = (length - Lengths[above - 1]) / (Lengths[above] - Lengths[above - 1]);
        return (Percents[above - 1] + part * (Percents[above] - Percents[above - 1])) / 100;
    }

    /// <summary>The lengths in ms, ready to draw from.</summary>
    internal QuantileTable InMs() => new(
        [.. Percents.Select(percent => percent / 100)],
        [.. Lengths.Select(length => length.TotalMilliseconds)]);

    /// <summary>Reads a block such as «{ p0: 2s, p50: 8s, p100: 3h }».</summary>
    internal static LengthQuantiles Read(Block block)
    {
        const string allowed =
            "keys p0 to p100, both of these among them, in rising order: { p0: 1s, p50: 8s, p100: 3h }";
        var points = new List<(double Percent, TimeSpan Length)>();
        foreach (var (key, value) in block.Node.Entries)
        {
            block.Find(key.Text);
            var percent = key.Text.StartsWith('p') ? FileWords.Number(key.Text[1..]) : null;
            var length = block.LengthOf(value, block.PathOf(key.Text), TimeSpan.Zero, TimeSpan.FromDays(365));
            if (percent is null or < 0 or > 100 || (points.Count > 0 && percent <= points[^1].Percent))
            {
                block.Refuse(key.Text, "the key is no percentage, or not above the one before", allowed);
                continue;
            }

            if (length is not null && points.Count > 0 && length < points[^1].Length)
            {
                block.Refuse(key.Text, $"{value.Shown} is shorter than the value before",
                    "lengths that do not fall");
            }

            points.Add((percent.Value, length ?? TimeSpan.Zero));
        }

        if (points.Count is < 2 or > PointsMax || points[0].Percent != 0 || points[^1].Percent != 100)
        {
            block.RefuseWhole("the percentages do not go from p0 to p100", allowed);
            return Of((0, TimeSpan.Zero), (100, TimeSpan.Zero));
        }

        return Of([.. points]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Percents.Zip(Lengths, (percent, length) =>
        string.Create(CultureInfo.InvariantCulture, $"p{percent}: {FileWords.Of(length)}")));
}
