using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>What the page of a season shows, asked of the season between two of its events.</summary>
internal sealed class WatchedSeason(Season season, SimulatedMarket market) : ISeasonWatch
{
    public ValueTask<SeasonReading> Read(int fromDay, CancellationToken stop) =>
        market.Ask(_ => Of(season.Look(), fromDay));

    private SeasonReading Of(SeasonStanding standing, int fromDay)
    {
        var (terms, shape) = (season.Scenario.Season, standing.Concentration);
        return new SeasonReading
        {
            Scenario = season.Scenario.Name,
            StartsOn = terms.StartsOn,
            WarmUpDays = terms.WarmUpDays,
            DaysInAll = terms.WarmUpDays + terms.Days,
            IsOver = season.IsOver,
            Sellers = standing.Sellers,
            Gini = shape.Gini,
            Top1PercentShare = shape.Top1PercentShare,
            Top10PercentShare = shape.Top10PercentShare,
            Classes = [.. standing.Classes.Select(one => new SeasonClass(one.Class, one.Stores, one.Share))],
            Columns =
            [
                .. standing.Measures.Select(one => new SeasonColumn(
                    one.Column, one.Unit, one.Meaning, Words.Of(one.Model), one.IsLevel)),
            ],
            Rows =
            [
                .. standing.Days.Skip(fromDay).Select(day => (IReadOnlyList<decimal>)
                [
                    day.First,
                    .. standing.Measures.Select(one => one.IsMoney ? day.Yuan(one) : day[one]),
                ]),
            ],
        };
    }
}
