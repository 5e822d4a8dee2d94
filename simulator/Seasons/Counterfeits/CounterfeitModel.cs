using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// Counterfeits and enforcement of a season: its people put together, and what they remember (MODELS M3).
/// </summary>
internal sealed class CounterfeitModel : ISeasonPart, IMarketObserver
{
    private const long WorksAtMs = 4 * 3_600_000; // 04:00 China time

    private readonly SeasonRun _run;
    private readonly CheatingSellers _sellers;
    private readonly FakeBuyers _buyers;
    private readonly MakerRing _makers;
    private readonly SignBook _signs;
    private readonly EnforcementDay _enforcement;
    private readonly TestPurchases _tests;

    public CounterfeitModel(
        SeasonRun run, CounterfeitHabits habits, AppealHabits? appeals, StoreTurnover turnover,
        BuyerMemory memory, BuyerTrust? trust, CertifiedSellers? certified)
    {
        (_run, Habits) = (run, habits);
        Truth = new HiddenTruth(run);
        _signs = new SignBook(run);
        _makers = new MakerRing(run, habits.Makers);
        var worth = new StoreWorth(run);
        _sellers = new CheatingSellers(
            run, habits, Truth, _signs, _makers, worth, turnover, certified);
        var appraiser = new Appraiser(run, Truth);
        Sample = new PrevalenceSample(run, habits.Enforcement, appraiser);
        Penalties = new PenaltyLedger(run, Truth, worth);
        _buyers = new FakeBuyers(run, habits.Buyers, Truth, _signs, Sample, memory, trust);
        var desk = new CaseDesk(run, habits.Enforcement, Penalties, _signs, _sellers);
        _tests = new TestPurchases(run, habits.Enforcement, appraiser, desk);
        _enforcement = new EnforcementDay(run, habits, _signs, desk, _tests, appraiser, _sellers);
        Standings = new StoreStandings(run, Truth, _sellers, worth, turnover);
        Appeals = appeals is null ? null : new AppealCourt(run, appeals, Penalties, _signs, worth);
    }

    /// <summary>The numbers.</summary>
    public CounterfeitHabits Habits { get; }

    /// <summary>What is true.</summary>
    public HiddenTruth Truth { get; }

    /// <summary>What the platform notes of listings.</summary>
    public SignBook Signs => _signs;

    /// <summary>Who sells what.</summary>
    public CheatingSellers Sellers => _sellers;

    /// <summary>What a random sample says.</summary>
    public PrevalenceSample Sample { get; }

    /// <summary>The verdicts of guilty.</summary>
    public PenaltyLedger Penalties { get; }

    /// <summary>Appeals; null if nobody appeals.</summary>
    public AppealCourt? Appeals { get; }

    /// <summary>What the market has done to stores; a part that comes before all others.</summary>
    public StoreStandings Standings { get; }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        Sample.Begin(day);
        _sellers.Begin(day);
        _run.Plan(day.StartsMs + WorksAtMs, EventKind.Enforce, day.Number, 0);
    }

    /// <summary>The platform's day of work begins at 04:00.</summary>
    public void Enforce(int day)
    {
        _enforcement.Work(_run.World.Calendar[day]);
        Appeals?.Work(day);
        Standings.Follow(day);
        Standings.Count();
        var (perceived, breakEven) = _sellers.MeanHazards(day);
        const double millionths = 1e6;
        _run.Recorder.Count(SeasonMeasures.Hazard, (long)(perceived * millionths));
        _run.Recorder.Count(SeasonMeasures.BreakEvenHazard, (long)(breakEven * millionths));
        _run.Recorder.Count(SeasonMeasures.StoresWithFakes, _sellers.StoresWithFakes());
        _run.Recorder.Count(
            SeasonMeasures.Frozen, _run.Market.View.Sum(AccountKind.StoreFrozen).Fen);
    }

    /// <summary>A buyer takes what arrived for a fake.</summary>
    public void Notice(OrderId order) => _buyers.Notice(order);

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines) =>
        _buyers.On(happened, order, lines);

    public void Save(StateWriter writer)
    {
        writer.WriteMark("fake");
        Truth.Save(writer);
        _signs.Save(writer);
        _makers.Save(writer);
        _sellers.Save(writer);
        _tests.Save(writer);
        Sample.Save(writer);
        Penalties.Save(writer);
        Appeals?.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("fake");
        Truth.Load(reader);
        _signs.Load(reader);
        _makers.Load(reader);
        _sellers.Load(reader);
        _tests.Load(reader);
        Sample.Load(reader);
        Penalties.Load(reader);
        Appeals?.Load(reader);
    }
}
