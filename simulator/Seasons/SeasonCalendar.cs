namespace FlashSale.Simulator;

/// <summary>The days of a season: dates, weeks from Monday on, festivals, and when buyers come.</summary>
internal sealed class SeasonCalendar
{
    private const long HourMs = 3_600_000;

    private readonly SeasonScenario _scenario;
    private readonly AliasTable _hours = new([.. DemandBehaviour.Fitted.OrdinaryHours]);
    private readonly Dictionary<int, DemandModel> _festivals = [];

    public SeasonCalendar(SeasonScenario scenario)
    {
        _scenario = scenario;
        var terms = scenario.Season;
        Days = terms.DaysInAll;
        StartsAt = new DateTimeOffset(terms.StartsOn.ToDateTime(TimeOnly.MinValue), ChinaTime.Offset);
        foreach (var year in Enumerable.Range(0, Days + 1).Select(day => DateOf(day).Year).Distinct())
        {
            _festivals.Add(year, DemandModel.For(FactsOf(year)));
        }
    }

    /// <summary>How many days there are, from day 0.</summary>
    public int Days { get; }

    /// <summary>The first moment.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>How many weeks there are, from week 0.</summary>
    public int Weeks => this[Days - 1].Week + 1;

    /// <summary>A day by its number.</summary>
    public SeasonDay this[int day]
    {
        get
        {
            var date = DateOf(day);
            var festival = _scenario.Festivals.FirstOrDefault(one => one.IsOn(date));
            return new SeasonDay(
                day, date, WeekOf(day), day == 0 || date.DayOfWeek == DayOfWeek.Monday,
                day >= _scenario.Season.WarmUpDays, festival?.Visits ?? 1, festival is not null);
        }
    }

    /// <summary>The date of a day.</summary>
    public DateOnly DateOf(int day) => _scenario.Season.StartsOn.AddDays(day);

    /// <summary>Whether a festival begins within some days after a day.</summary>
    public bool IsBeforeFestival(int day, int days) =>
        Enumerable.Range(day + 1, days).Any(one => this[one].IsFestival) && !this[day].IsFestival;

    /// <summary>Visits of some days from one on, as a multiple of as many ordinary days'.</summary>
    public double VisitsFrom(int day, int days) =>
        Enumerable.Range(day, days).Average(one => this[one].Visits);

    /// <summary>When within a day a buyer comes, in ms after its midnight (FACTS E2, rule DEM-3).</summary>
    public long ComesAt(in SeasonDay day, ref Draws draws)
    {
        if (!day.IsFestival)
        {
            return (_hours.Draw(ref draws) * HourMs) + draws.Below((int)HourMs);
        }

        var model = _festivals[day.Date.Year];
        var isRush = draws.Happens(model.RushShare / (model.RushShare + model.BrowseShare));
        return model.ArrivalAt(isRush ? ArrivalKind.Rush : ArrivalKind.Browse, draws.Unit());
    }

    // The first week ends before the first Monday, unless the season begins on one.
    private int WeekOf(int day)
    {
        var first = ((int)_scenario.Season.StartsOn.DayOfWeek + 6) % 7; // Monday is 0
        return (first + day) / 7;
    }

    // Of a year nothing else bears on when within the day buyers come.
    private static FestivalFacts FactsOf(int year) => new()
    {
        Year = year,
        GmvYuan = 1,
        AverageOrderYuan = 1,
        PeakOrdersPerSecond = 1,
    };
}
