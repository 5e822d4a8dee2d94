using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The account of every store, week by week, and what its seller does by it: prices, growth, leaving (rules
/// GRW-3, STO-5, MODELS M16).
/// </summary>
/// <remarks>
/// Sales, returns, commission and penalties are the market's own movements; an audit compares both to the
/// fen. Costs are behaviour: no rule sees them.
/// </remarks>
internal sealed class SellerAccounts : ISeasonPart, IMarketObserver
{
    private const double Learning = 0.3; // the weight of the last week in what a week usually costs (assumed)
    private const int DaysPerWeek = 7;

    private readonly SeasonRun _run;
    private readonly AccountTerms _terms;
    private readonly GoodsBook _goods;
    private readonly FeeOffice _office;
    private readonly PriceLevels _prices;
    private readonly Newcomers _newcomers;
    private readonly Table<SellerAccount> _accounts = new(int.MaxValue);
    private readonly Table<AccountWeek> _weeks = new(int.MaxValue);
    private long _priceBasisPoints = 10_000;
    private long _inDebt;

    public SellerAccounts(SeasonRun run, AccountTerms terms)
    {
        (_run, _terms) = (run, terms);
        _goods = new GoodsBook(run, terms);
        _office = new FeeOffice(run, terms.Costs);
        _prices = new PriceLevels(run, terms);
        _newcomers = new Newcomers(run, terms.Growth);
    }

    /// <summary>How many weeks of stores have an account.</summary>
    public int Weeks => _weeks.Count;

    /// <summary>How many stores have one.</summary>
    public int Count => _accounts.Count;

    /// <summary>What was paid too late and went back at once, in fen.</summary>
    public long LateFen { get; private set; }

    /// <summary>What the seller of a store has, owes and has earned.</summary>
    public ref readonly SellerAccount this[int store] => ref _accounts[store];

    /// <summary>The account of a week of a store.</summary>
    public AccountWeek WeekAt(int row) => _weeks[row];

    /// <summary>The goods that sellers bought.</summary>
    public GoodsBook Goods => _goods;

    /// <summary>All units that a store ever bought.</summary>
    public long BoughtBy(int store) => _goods.BoughtBy(_run.Stores[store]);

    /// <summary>
    /// What a store has earned in some whole weeks that ended so many weeks ago, in fen, and in how many of
    /// them there was an account; at most <see cref="WeekProfits.WeeksMax"/> weeks back.
    /// </summary>
    public (long Fen, int Weeks) ProfitOf(int store, int weeks, int weeksAgo = 0) =>
        store < _accounts.Count ? _accounts[store].ProfitOf(weeks, weeksAgo) : default;

    /// <summary>
    /// What movements that are none of orders, fees and promotion took from a store since its last week, in
    /// fen; below zero if it got more.
    /// </summary>
    public long TakenFrom(int store) => _office.TakenFrom(store, _accounts[store]);

    /// <summary>A store opens among others: who is protected from newcomers keeps buyers' looks.</summary>
    public void Admit(int store)
    {
        _accounts.Reach(store);
        _newcomers.Admit(ref _accounts[store], ref _run.Stores[store]);
    }

    /// <summary>A store that has opened gets a purse; it knows what it expects to sell.</summary>
    public void Open(int store)
    {
        ref var account = ref _accounts[store];
        ref readonly var row = ref _run.Stores[store];
        account.Price = 1;
        account.HasDataProduct = _goods.HasDataProduct(store) ? 1 : 0;
        account.PointsBefore = PriceLevels.PointsBefore(row);
        account.EarnedFen = _office.HeldBy(store);
        account.TakenFen = -account.EarnedFen;
        account.UsualCostFen = _goods.UsualCostOf(row) + (_office.AnnualFeeOf(row) / FeeOffice.WeeksPerYear);
        account.CashFen = (long)(account.UsualCostFen * _terms.Growth.StartWeeks);
        _prices.Enter(store, account);
    }

    /// <summary>A store closes: it pays what it still can.</summary>
    public void Close(int store, int day)
    {
        ref var account = ref _accounts[store];
        _office.Collect(store, ref account, day, isLast: true);
        _run.Recorder.Count(
            SeasonMeasures.Unpaid, account.FeeOwedFen + account.PromotionOwedFen);
    }

    /// <summary>A store has closed, and what lay in its deposit went back: that is no penalty.</summary>
    public void Leave(int store) => _office.NoteTaken(store, ref _accounts[store]);

    /// <summary>For how many weeks of sales a store orders, as it forecasts them.</summary>
    public double WeeksOrdered(int store, int week) =>
        _goods.WeeksOrdered(store, _accounts[store].HasDataProduct == 1, week);

    /// <summary>For how many weeks of sales a store buys goods that it never sold before.</summary>
    public double WeeksOfFirst(int store, int week) =>
        WeeksOrdered(store, week) * _terms.Stock.FirstWeeks / _terms.Stock.ForecastWeeks;

    /// <summary>What a store asks for a listing.</summary>
    public Money PriceOf(int store, int listing) =>
        _prices.PriceOf(listing, _run.Stores[store].Category, _prices.LevelOf(store));

    /// <summary>Goods come on the shelves of a store: those of its start, or bought.</summary>
    public void Stock(int store, int listing, int units, int week, bool isBought)
    {
        var cost = _goods.Come(listing, units, week);
        if (isBought)
        {
            _accounts[store].CashFen -= cost;
            _accounts[store].Week.BoughtFen += cost;
        }
    }

    /// <summary>
    /// How many units of a listing a store can pay, up to a number, and still has what the next weeks cost.
    /// </summary>
    public int Affordable(int store, int listing, int units)
    {
        ref readonly var account = ref _accounts[store];
        var free = account.CashFen - (long)(account.UsualCostFen * _terms.Stock.KeptWeeks);
        return (int)Math.Min(units, Math.Max(0, free) / Math.Max(1, _goods.CostOf(listing)));
    }

    /// <summary>Whether a store puts one more listing on sale.</summary>
    public bool Grows(int store)
    {
        ref readonly var account = ref _accounts[store];
        return _run.Stores[store].Listings < _terms.Growth.ListingsMax && account.Weeks > 0
            && account.CashFen > account.UsualCostFen * _terms.Growth.ExpandAtWeeks;
    }

    /// <summary>Why a store closes this week; null if it stays.</summary>
    public ExitReason? LeavesFor(int store, double chance)
    {
        ref readonly var account = ref _accounts[store];
        var exits = _terms.Exits;
        var (fen, weeks) = account.ProfitOf(exits.PoorWeeks);
        var isPoor = account.Weeks >= exits.JudgedAfterWeeks && fen < exits.PoorYuan * 100 * weeks;
        return exits.ReasonAt(chance, isPoor, account.CashFen < 0);
    }

    /// <inheritdoc/>
    public void Begin(in SeasonDay day)
    {
        if (day.BeginsWeek && day.Number > 0)
        {
            EndWeek(_run.World.Calendar[day.Number - 1], day);
        }

        _run.Recorder.Count(SeasonMeasures.PriceLevel, _priceBasisPoints);
        _run.Recorder.Count(SeasonMeasures.InDebt, _inDebt);
    }

    /// <inheritdoc/>
    public void On(in MarketEvent happened, in Order order, ReadOnlySpan<OrderLine> lines)
    {
        ref var account = ref _accounts[happened.Store.Value];
        var amount = happened.Amount.Fen;
        switch (happened.Kind)
        {
            case MarketEventKind.Paid:
                account.Week.Orders++;
                account.Week.SalesFen += amount;
                account.Week.GoodsFen += _goods.CostOf(lines);
                break;
            case MarketEventKind.Confirmed:
                Come(ref account, amount, order.CommissionOn(happened.Amount).Fen);
                break;
            case MarketEventKind.Refunded:
                account.Week.ReturnsFen += amount;
                account.Week.GoodsFen -= _goods.CostOf(lines) * amount / Math.Max(1, order.Escrow.Paid.Fen);
                if (order.IsSettled)
                {
                    var left = order.Escrow.Released;
                    Come(ref account, -amount, (order.CommissionOn(left)
                        - order.CommissionOn(left + happened.Amount)).Fen);
                }

                break;
            case MarketEventKind.LatePayment:
                LateFen += amount;
                break;
            default:
                break;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("acco");
        writer.Write(LateFen);
        writer.Write(_priceBasisPoints);
        writer.Write(_inDebt);
        _accounts.Save(writer);
        _weeks.Save(writer);
        _goods.Save(writer);
        _prices.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("acco");
        LateFen = reader.Read<long>();
        _priceBasisPoints = reader.Read<long>();
        _inDebt = reader.Read<long>();
        _accounts.Load(reader);
        _weeks.Load(reader);
        _goods.Load(reader);
        _prices.Load(reader);
    }

    // Money of an order comes into the store's account, or goes back from it.
    private static void Come(ref SellerAccount account, long amountFen, long commissionFen)
    {
        account.Week.CommissionFen += commissionFen;
        account.EarnedFen += amountFen - commissionFen;
        account.CameFen += amountFen - commissionFen;
    }

    private void EndWeek(in SeasonDay last, in SeasonDay day)
    {
        _office.BeginWeek(day);
        for (var store = 0; store < _accounts.Count; store++)
        {
            ref var account = ref _accounts[store];
            Settle(store, ref account, last, day);
            account.Week = default;
            account.CameFen = 0;
        }

        _goods.BeginWeek(day.Week);
        (_priceBasisPoints, _inDebt) = (_prices.Decide(_accounts, day.Number), 0);
        for (var store = 0; store < _accounts.Count; store++)
        {
            _inDebt += _run.Stores[store].IsOpen && _accounts[store].CashFen < 0 ? 1 : 0;
        }
    }

    private void Settle(int store, ref SellerAccount account, in SeasonDay last, in SeasonDay day)
    {
        ref var row = ref _run.Stores[store];
        ref var week = ref account.Week;
        var daysOpen = row.DaysOpen(day.Number - DaysPerWeek, day.Number);
        (week.Store, week.Week) = (store, last.Week);
        week.PriceBasisPoints = (int)Math.Round(_prices.LevelOf(store) * 10_000);
        week.PenaltiesFen = _office.NoteTaken(store, ref account);
        if (row.IsOpen)
        {
            var costs = _terms.Costs;
            week.WagesFen = (long)((costs.FixedYuan * daysOpen / DaysPerWeek
                + costs.PerOrderYuan * week.Orders) * 100);
            week.PromotionFen =
                (long)(Math.Max(0, week.SalesFen - week.ReturnsFen) * costs.PromotionShare);
            week.InterestFen = (long)(Math.Max(0, -account.CashFen) * costs.InterestPerDay * DaysPerWeek);
            _goods.Look(row, last.Week, ref week);
            account.Stock = week.Stock;
            _newcomers.Look(ref account, ref row, day.Number);
            _office.Charge(store, ref account, day);
        }

        account.CashFen += account.CameFen - week.PromotionFen - week.FeeFen - week.WagesFen
            - week.InterestFen - week.PenaltiesFen;
        week.CashFen = account.CashFen;
        if (daysOpen > 0 || week.HasAny)
        {
            Book(ref account, row, daysOpen);
        }
    }

    // Only whole weeks tell a seller how the store does.
    private void Book(ref SellerAccount account, in SeasonStore row, int daysOpen)
    {
        ref readonly var week = ref account.Week;
        _weeks[_weeks.Add()] = week;
        _run.Recorder.Count(SeasonMeasures.Profit, week.ProfitFen);
        _run.Recorder.Count(SeasonMeasures.WrittenOff, week.WrittenOffFen);
        _run.Recorder.Count(SeasonMeasures.Promotion, week.PromotionFen);
        _run.Recorder.Count(SeasonMeasures.AnnualFees, week.FeeFen);
        if (row.IsOpen && daysOpen == DaysPerWeek)
        {
            account.Note(week.ProfitFen);
            account.UsualCostFen += Learning * (week.CostsFen - account.UsualCostFen);
        }
    }
}
