namespace FlashSale.Simulator;

/// <summary>
/// What stores owe the platform and pay it from their earnings: the annual fee of brand stores, week by week,
/// and promotion; and what comes back of the fee when a year is over (rule STO-5).
/// </summary>
/// <remarks>
/// Who has too little owes it, and pays when there is enough. All of it are real movements.
/// </remarks>
internal sealed class FeeOffice(SeasonRun run, StoreCosts costs)
{
    /// <summary>Over so many weeks the annual fee is spread.</summary>
    public const int WeeksPerYear = 52;

    private const int KindBits = 48;
    private const int StoreBits = 12;
    private const int LastPayment = 1 << 11; // a season has fewer days

    private static readonly AccountKind[] OfStores = [.. Enum.GetValues<AccountKind>()
        .Where(kind => AccountTable.OwnerOf(kind) == AccountOwner.Store)];

    private bool _endsYear;

    /// <summary>The annual fee of a store, in fen.</summary>
    public long AnnualFeeOf(in SeasonStore row) => StoreFees.AnnualFee(
        row.IsBrand == 1 ? MarketKind.Brand : MarketKind.Consumer, new CategoryId((byte)row.Category),
        run.Market.Policy).Fen;

    /// <summary>The part of an annual fee that falls on a week; those of 52 weeks are all of it.</summary>
    public static long PartOf(long feeFen, int week)
    {
        var place = week % WeeksPerYear;
        return (feeFen * (place + 1) / WeeksPerYear) - (feeFen * place / WeeksPerYear);
    }

    /// <summary>A week begins, and with the first one of January a year has ended.</summary>
    public void BeginWeek(in SeasonDay day) =>
        _endsYear = day.Number >= 7 && day.Date.AddDays(-7).Year != day.Date.Year;

    /// <summary>A store owes its week's promotion and part of the annual fee, and pays what it can.</summary>
    public void Charge(int store, ref SellerAccount account, in SeasonDay day)
    {
        ref var week = ref account.Week;
        account.SalesOfYearFen += week.SalesFen - week.ReturnsFen;
        account.PromotionOwedFen += week.PromotionFen;
        var part = PartOf(AnnualFeeOf(run.Stores[store]), day.Week);
        week.FeeFen += part;
        account.FeeOwedFen += part;
        account.FeeOfYearFen += part;
        Collect(store, ref account, day.Number, isLast: false);
        if (_endsYear)
        {
            GiveBack(store, ref account, day.Number);
        }
    }

    /// <summary>A store pays what it owes, as far as its earnings reach: the fee first.</summary>
    public void Collect(int store, ref SellerAccount account, int day, bool isLast)
    {
        var kept = isLast ? 0 : (long)(account.Week.SalesFen * costs.KeptBackShare);
        var free = run.Market.View.Balance(AccountId.Of(new StoreId(store))).Fen - kept;
        var number = isLast ? day + LastPayment : day;
        var fee = Pay(store, ref account, MovementKind.AnnualFee, Math.Min(account.FeeOwedFen, free), number);
        account.FeeOwedFen -= fee;
        account.FeePaidFen += fee;
        account.PromotionOwedFen -= Pay(store, ref account, MovementKind.Promotion,
            Math.Min(account.PromotionOwedFen, free - fee), number);
    }

    /// <summary>All that a store has at the guarantor, whatever it may do with it, in fen.</summary>
    public long HeldBy(int store)
    {
        var sum = 0L;
        foreach (var kind in OfStores)
        {
            sum += run.Market.View.Balance(new AccountId(kind, store)).Fen;
        }

        return sum;
    }

    /// <summary>What other movements took from a store and nobody noted yet, in fen.</summary>
    public long TakenFrom(int store, in SellerAccount account) => account.EarnedFen - HeldBy(store);

    /// <summary>
    /// Notes what movements that are none of orders, fees and promotion took from a store since it was last
    /// noted: fines, compensation, frozen money that went to buyers; below zero if it got more.
    /// </summary>
    public long NoteTaken(int store, ref SellerAccount account)
    {
        var taken = TakenFrom(store, account);
        account.TakenFen += taken;
        account.EarnedFen -= taken;
        return taken;
    }

    private void GiveBack(int store, ref SellerAccount account, int day)
    {
        var rules = run.Market.Policy.Stores;
        var back = StoreFees.FeeBack(
            Money.FromFen(account.FeePaidFen), Money.FromFen(account.FeeOfYearFen),
            Money.FromFen(account.SalesOfYearFen), run.Market.View.Rating(new StoreId(store)), rules);
        if (back.IsPositive && account.FeeOfYearFen > 0)
        {
            var paid = Pay(store, ref account, MovementKind.AnnualFeeReturned, back.Fen, day);
            account.Week.FeeFen -= paid;
            run.Recorder.Count(SeasonMeasures.FeesBack, paid);
        }

        (account.FeePaidFen, account.FeeOfYearFen, account.SalesOfYearFen) = (0, 0, 0);
    }

    // Each movement has an id of its own: kind, store and day.
    private long Pay(int store, ref SellerAccount account, MovementKind kind, long fen, int number)
    {
        if (fen <= 0)
        {
            return 0;
        }

        var id = ((long)kind << KindBits) | ((long)store << StoreBits) | (uint)number;
        var result = run.Market.Do(new Move(
            new Transfer(id, kind, new StoreId(store), default, Money.FromFen(fen))));
        Invariant.Holds(result == TransferResult.Moved, "a store of a season pays what it has");
        account.EarnedFen += kind == MovementKind.AnnualFeeReturned ? fen : -fen;
        return fen;
    }
}
