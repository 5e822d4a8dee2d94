using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>Days from the first one of a season, the warm-up's too.</summary>
internal sealed class SeasonTime : StudiedTime
{
    private const int DrawnMax = 8;
    private const int DaySeconds = (int)(SeasonDay.Ms / 1_000);

    public override string Table => "day.csv";

    public override string Unit => "days";

    public override long UnitSeconds => DaySeconds;

    public override string RateWord => "a day";

    public override string MomentForm => "days since the first one: 60d, 90d";

    public override (string At, string From, string Until) Example => ("90d", "60d", "90d");

    public override string Heading => "Day by day";

    public override string InTitle => "day by day";

    public override (string Wrong, string Allowed)? WrongMoment(MeasureScope scope, double seconds)
    {
        var days = DaysOf(scope.Base);
        return seconds % DaySeconds != 0 ? ("lies within a day", "whole days: 60d")
            : seconds < 0 || seconds > (double)days * DaySeconds
                ? ("is no day of the season", string.Create(CultureInfo.InvariantCulture,
                    $"0d to {days}d, the warm-up's days too"))
            : null;
    }

    public override IReadOnlyList<int> MomentsOf(Study study) =>
        [.. Enumerable.Range(1, DaysOf(study.Base)).Select(day => day * DaySeconds)];

    /// <summary>Orders, stores, and what the study's own measures look at.</summary>
    public override IReadOnlyList<IRunColumn> DrawnOf(Study study)
    {
        var named = study.Measures.Where(measure => !measure.IsQuery)
            .SelectMany(measure => MeasureTokens.Of(measure.Value).Tokens ?? [])
            .Where(token => token.Form == TokenForm.Name).Select(token => token.Text).ToHashSet();
        return
        [
            .. SeasonMeasures.All.Where(measure => named.Contains(measure.Column)
                || measure == SeasonMeasures.Paid || measure == SeasonMeasures.Stores).Take(DrawnMax),
        ];
    }

    public override (Axis Axis, double Until) AxisOf(Study study)
    {
        var days = DaysOf(study.Base);
        return (SeasonCurves.DaysOf(((SeasonScenario)study.Base).Season.StartsOn, days, DaySeconds),
            (double)days * DaySeconds);
    }

    private static int DaysOf(IStudiedScenario scenario) => ((SeasonScenario)scenario).Season.DaysInAll;
}
