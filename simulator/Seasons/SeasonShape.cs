namespace FlashSale.Simulator;

/// <summary>What a season's sellers and stores look like at its end: ages, classes, concentration.</summary>
internal sealed class SeasonShape(SeasonRun run)
{
    private const int DaysPerYear = 365;
    private const int DaysOpenMin = 28; // of a class: a young store's pace is chance
    private const decimal Small = 100_000;
    private const decimal Middle = 1_000_000;

    private readonly StoreRoll _stores = run.Stores;
    private readonly int _from = run.World.Terms.WarmUpDays;
    private readonly int _until = run.Recorder.Days.Count;

    /// <summary>The names of the classes of stores by what they sell a year.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
        ["below-100-thousand", "to-1-million", "above-1-million"];

    /// <summary>How many sellers have an open store.</summary>
    public long Sellers => Owners().LongCount();

    /// <summary>How old sellers are.</summary>
    public SellerAges Ages() => new(AgedUnder(1), AgedUnder(2), AgedUnder(3));

    /// <summary>The class of a store; null if it is closed, or too young to say.</summary>
    public string? ClassOf(int store)
    {
        if (!_stores[store].IsOpen || DaysOf(store) < DaysOpenMin)
        {
            return null;
        }

        var pace = Yuan(_stores[store].MeasuredFen) * DaysPerYear / DaysOf(store);
        return ClassNames[pace < Small ? 0 : pace < Middle ? 1 : 2];
    }

    /// <summary>Whether a store was open in the measured days.</summary>
    public bool WasOpen(int store) => DaysOf(store) > 0;

    /// <summary>Stores by what they sell a year.</summary>
    public IReadOnlyList<StoreClass> Classes()
    {
        var classes = Stores().ToLookup(ClassOf);
        var all = ClassNames.Sum(name => classes[name].Count());
        return
        [
            .. ClassNames.Select(name => new StoreClass(
                name, classes[name].Count(), Share(classes[name].Count(), all),
                Yuan(classes[name].Sum(store => _stores[store].MeasuredFen)))),
        ];
    }

    /// <summary>How unequally those stores sold that were open in the measured days.</summary>
    public SalesConcentration Concentration()
    {
        var stores = Stores().Where(WasOpen).ToList();
        List<long> fen = [.. stores.Select(store => _stores[store].MeasuredFen).Order()];
        List<long> orders = [.. stores.Select(store => (long)_stores[store].MeasuredOrders).Order()];
        return new SalesConcentration(
            Inequality.Gini(fen), Inequality.TopShare(fen, 0.01), Inequality.TopShare(fen, 0.10),
            Inequality.TopShare(orders, 0.01), Inequality.TopShare(orders, 0.10));
    }

    /// <summary>Sellers by what they are like.</summary>
    public IReadOnlyList<SellerTypeCount> Types() =>
    [
        .. Enum.GetValues<SellerType>().Select(type =>
        {
            var own = Stores().Where(store => _stores.OwnerAt(_stores[store].Owner).Type == type).ToList();
            return new SellerTypeCount(
                Words.Of(type), Owners().LongCount(owner => _stores.OwnerAt(owner).Type == type),
                own.LongCount(store => _stores[store].IsOpen),
                Yuan(own.Sum(store => _stores[store].MeasuredFen)));
        }),
    ];

    private double AgedUnder(int years) => Share(
        Owners().LongCount(owner => _until - _stores.OwnerAt(owner).SinceDay < years * DaysPerYear), Sellers);

    private IEnumerable<int> Stores() => Enumerable.Range(0, _stores.Count);

    private IEnumerable<int> Owners() =>
        Enumerable.Range(0, _stores.Owners).Where(owner => _stores.OwnerAt(owner).OpenStores > 0);

    private int DaysOf(int store) => _stores[store].DaysOpen(_from, _until);

    private static decimal Yuan(long fen) => fen / 100m;

    private static double Share(long part, long whole) =>
        whole == 0 ? 0 : Rounded.To((double)part / whole, 4);
}
