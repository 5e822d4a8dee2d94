using static System.FormattableString;

namespace FlashSale.Simulator;

/// <summary>Which share of the spread of each measure a factor explains: bars with their intervals.</summary>
internal static class IndicesSection
{
    /// <summary>A chart for each measure.</summary>
    /// <param name="figures">What is drawn from.</param>
    /// <param name="measured">The measures with their indices.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="hasChance">Whether the last column is chance.</param>
    public static string Of(
        StudyFigures figures, IReadOnlyList<MeasuredIndices> measured, IReadOnlyList<string> columns,
        bool hasChance)
    {
        var known = measured.Where(one => one.Indices.Count > 0).ToList();
        return known.Count == 0 ? "" : Html.Section(
            "What explains the spread",
            known.Select(one => Bars(figures, one, columns, hasChance)).Append(Html.Paragraph(
                known[0].Indices[0].Total is null
                    ? "S is the share of a measure’s spread over the ranges that a factor explains alone, "
                        + "by the ranks of the points (Gamboa 2022), with intervals from 1,000 halves. What "
                        + "is missing to 100 % is interaction."
                    : "S is the share of a measure’s spread over the ranges that a factor explains alone "
                        + "(Saltelli 2010), T the share that would be left if all others were fixed, "
                        + "interactions included (Jansen 1999). Intervals by 1,000 resamples of whole rows; "
                        + "an estimate may fall below 0 by chance, what it estimates cannot.")));
    }

    private static string Bars(
        StudyFigures figures, MeasuredIndices measured, IReadOnlyList<string> columns, bool hasChance)
    {
        var ordered = columns
            .Zip(measured.Indices, (column, index) => (Column: column, Index: index)).ToList();
        var chance = ordered[^1];
        var factors = (hasChance ? ordered.SkipLast(1) : ordered)
            .OrderByDescending(one => one.Index.Total ?? one.Index.First).ToList();
        var ends = measured.Indices.SelectMany(one => new[] { one.FirstLimits, one.TotalLimits })
            .OfType<Interval>().ToList();
        var axis = Axis.Around(
            "share of the spread", Math.Min(0, ends.Min(one => one.Low)),
            Math.Max(1, ends.Max(one => one.High)), StudyNumber.Percent);
        var chart = new RowChart(
            $"Share of the spread of {measured.Judged.Name}", "column", axis,
            [
                .. factors.SelectMany(one => Rows(one.Column, one.Index, isChance: false)),
                .. hasChance ? Rows(chance.Column, chance.Index, isChance: true) : [],
            ]);
        return ChartFigure.Of(chart, Invariant(
            $"{measured.Judged.Name} over {measured.Rows.Places.Count} ")
            + $"{(measured.Indices[0].Total is null ? "points" : "rows")}, "
            + $"{StudyNumber.Percent(figures.Result.Confidence)} intervals."
            + (hasChance ? " Chance is the seed: how much of the spread is luck." : ""));
    }

    private static IEnumerable<ChartRow> Rows(string column, SensitivityIndex index, bool isChance)
    {
        yield return Row($"{column}: S", "alone", isChance ? "arm6" : "arm1", index.First, index.FirstLimits);
        if (index is { Total: { } total, TotalLimits: { } limits })
        {
            yield return Row(
                $"{column}: T", "with interactions", isChance ? "plain" : "arm2", total, limits);
        }
    }

    private static ChartRow Row(
        string name, string meaning, string colour, double share, Interval limits) => new(
            name,
            $"{StudyNumber.Percent(share)} ({StudyNumber.PercentEnd(limits.Low)} to "
                + $"{StudyNumber.PercentEnd(limits.High)})",
            new RowSegment(0, share, colour)
            {
                Name = colour is "arm1" or "arm2" ? meaning : $"chance {meaning}",
            })
        {
            Interval = new Whisker(limits.Low, limits.High),
        };
}
