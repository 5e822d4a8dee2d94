using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Results;

/// <summary>
/// A festival for tests of reports: not simulated, but poured through a few formulas that look like 2016.
/// </summary>
/// <remarks>
/// Arrivals as FACTS.md F, admission at the order peak, payments first come first served at a capacity.
/// </remarks>
internal sealed class SampleFestival
{
    public const long EndAtMs = 20 * 86_400_000L;

    private static readonly double[] CategoryShares = [0.27, 0.2, 0.14, 0.13, 0.09, 0.07, 0.06, 0.04];

    public static readonly RunLabels Labels = new()
    {
        Categories =
        [
            "Apparel & shoes", "Mobile & digital", "Beauty & care", "Home appliances", "Baby & maternity",
            "Food & fresh", "Home & furniture", "Sports & outdoor",
        ],
        Regions = ["Guangdong", "Zhejiang", "Jiangsu", "Shanghai", "Beijing", "Sichuan"],
        Channels = ["balance", "quick-pay"],
        Refusals = ["sold out", "over the admission limit", "price risen", "over the buyer's limit"],
        AbandonReasons = ["queue too long", "sold out", "payment failed"],
        CloseReasons = ["not paid in time", "cancelled", "refunded"],
        RefundReasons = ["no reason within 7 days", "late", "not as described", "before shipping"],
    };

    private readonly double _scale;
    private readonly double _orders;
    private readonly double _ordersPerSecondMax;
    private readonly double _paymentsPerSecondMax;
    private readonly long[] _escrowFenByHour = new long[24 * 20];
    private int _number;
    private long _escrowFen;
    private long _paidFen;
    private long _refundedFen;

    private SampleFestival(
        double scale, double orders, double ordersPerSecondMax, double paymentsPerSecondMax)
    {
        _scale = scale;
        _orders = orders;
        _ordersPerSecondMax = ordersPerSecondMax;
        _paymentsPerSecondMax = paymentsPerSecondMax;
        Recorder = new RunRecorder(Labels, startAtMs: -3_600_000, EndAtMs, listings: 1_000);
    }

    public RunRecorder Recorder { get; }

    /// <summary>A result like 2016's, with its payment plateau; poured once.</summary>
    public static RunResult Result { get; } = Poured();

    /// <summary>The same, poured anew.</summary>
    public static RunResult Poured(double scale = 0.0001, bool auditPasses = true) =>
        Festival(scale).ResultOf(scale, auditPasses);

    /// <summary>A recorder that has seen the whole festival.</summary>
    public static RunRecorder Recorded(double scale = 0.0001) => Festival(scale).Recorder;

    public static RunManifest Manifest(double scale = 0.0001) => new()
    {
        Scenario = "double11-2016",
        Title = "Double 11 of 2016",
        ScenarioHash = "9f0c1d22ab34ef56",
        Year = 2016,
        Day = new DateOnly(2016, 11, 11),
        Seed = 1111,
        Scale = new SampleScale(scale),
        Commit = "0123456789ab",
        Command = $"flashsale simulate double11-2016 --seed 1111 --scale {scale}",
        Parameters =
        [
            new("festival.gmv", "¥120.7 bn"), new("festival.orderPeak", "175,000/s"),
            new("payments.capacity", "120,000/s"), new("demand.mobileShare", "0.82"),
            new("policy.payWithin", "30 min"),
        ],
    };

    public static RunEnding Ending(bool auditPasses = true) => new()
    {
        EndAtMs = EndAtMs,
        StateHash = "5d41402abc4b2a76b9719d911017c592",
        Events = 21_000_000,
        Wall = TimeSpan.FromSeconds(31.4),
        PeakRssBytes = 1_400_000_000,
        Machine = "2 cores, 8 GiB, .NET 10.0",
        Checks = Checks(auditPasses),
        Escrow = new(Yuan(1_000), Yuan(10), Yuan(890), Yuan(100)),
        Accounts =
        [
            new("bank", 1, Yuan(-1_020)), new("buyers", 900, Yuan(120)), new("escrow", 1, Yuan(10)),
            new("stores", 60, Yuan(860)), new("platform", 1, Yuan(30)),
        ],
    };

    private static SampleFestival Festival(double scale)
    {
        var festival = new SampleFestival(scale, 657e6, 175_000, 96_000);
        festival.Pour();
        return festival;
    }

    private RunResult ResultOf(double scale, bool auditPasses)
    {
        var held = _escrowFen;
        var ending = Ending(auditPasses) with
        {
            HotListings = [.. Enumerable.Range(0, 16).Select(rank => Hot(Recorder, rank))],
            Escrow = new(Fen(_paidFen), Fen(held), Fen(_paidFen - held - _refundedFen), Fen(_refundedFen)),
            Accounts =
            [
                new("bank", 1, Fen(-_paidFen)), new("buyers", 40_000, Fen(_refundedFen)),
                new("escrow", 1, Fen(held)),
                new("stores", 6_000, Fen((_paidFen - held - _refundedFen) * 97 / 100)),
                new("platform", 1, Fen(_paidFen - held - _refundedFen
                    - (_paidFen - held - _refundedFen) * 97 / 100)),
            ],
        };
        return RunResult.Of(Recorder, Manifest(scale), ending);
    }

    private void Pour()
    {
        var (arrived, placed, paid) = (0.0, 0.0, 0.0);
        for (var second = 0; second < 86_400; second++)
        {
            arrived += _orders * _scale * ArrivalShare(second);
            var placedNow = Math.Min(arrived, placed + _ordersPerSecondMax * _scale);
            Emit((long)placed, (long)placedNow, () => Place(second * 1_000L + 300, placedNow < arrived - 1));
            placed = placedNow;
            var paidNow = Math.Min(placed * 0.97, paid + _paymentsPerSecondMax * _scale);
            Emit((long)paid, (long)paidNow, () => Pay(second * 1_000L + 700));
            paid = paidNow;
            Recorder.PaymentsQueued(second * 1_000L + 999, (int)Math.Max(0, placed * 0.97 - paid));
        }

        var held = 0L;
        for (var hour = 0; hour < _escrowFenByHour.Length; hour++)
        {
            held += _escrowFenByHour[hour];
            Recorder.EscrowLevel(hour * 3_600_000L, Fen(held));
        }

        _escrowFen = held;
    }

    private static void Emit(long from, long to, Action one)
    {
        for (var at = from; at < to; at++)
        {
            one();
        }
    }

    private static double ArrivalShare(int second)
    {
        const double rush = 0.077 + 0.353 * 0.82;
        const double presale = 0.095 * 4 / 6;
        var hour = second / 3_600.0;
        var day = (0.1 + Bell(hour, 10.5, 3) + Bell(hour, 15, 3) + 1.3 * Bell(hour, 21, 2))
            * Math.Exp(-0.5 * hour / 24) / 46_700;
        return rush * LogNormal(second + 0.5, 1_214, 1.98) / 0.984
            + presale * LogNormal(second - 3_600, 600, 1.3) + (1 - rush - presale) * day;
    }

    private static double Bell(double hour, double top, double width) =>
        Math.Exp(-Math.Pow((hour - top) / width, 2));

    private static double LogNormal(double t, double median, double sigma) =>
        t <= 0 ? 0 : Math.Exp(-Math.Pow(Math.Log(t / median) / sigma, 2) / 2) / (t * sigma * 2.5066);

    private void Place(long at, bool isCrowded)
    {
        Recorder.Visited(at - 200);
        Recorder.Visited(at - 200);
        Recorder.Carted(at - 100);
        Recorder.CheckoutTried(at);
        if (isCrowded)
        {
            Recorder.CheckoutRefused(at, 1);
            Recorder.Retried(at + 1_000);
        }

        Recorder.OrderPlaced(at, Yuan(180));
    }

    private void Pay(long at)
    {
        var number = _number++;
        var spread = (number * 0.6180339887) % 1;
        var amount = Fen((long)(9_000 + 18_600 * spread));
        _paidFen += amount.Fen;
        _escrowFenByHour[at / 3_600_000] += amount.Fen;
        Recorder.OrderPaid(
            at, at - (long)(9_000 * -Math.Log(1 - spread * 0.999)), amount, CategoryOf(spread),
                new((byte)(number % 6)));
        Fulfil(at, number, spread, amount);
    }

    private void Fulfil(long at, int number, double spread, Money amount)
    {
        var days = (1.2 + 9 * spread) * 86_400_000;
        var delivered = at + (long)days;
        Recorder.Shipped(at + (long)(days / 3));
        Recorder.Delivered(delivered, at, new RegionId((byte)(number % 6)));
        if (number % 12 == 0)
        {
            Recorder.Refunded(delivered + 86_400_000, amount, number / 12 % 4);
            Recorder.OrderClosed(delivered + 86_400_000, 2);
            _refundedFen += amount.Fen;
            _escrowFenByHour[delivered / 3_600_000 + 24] -= amount.Fen;
        }
        else if (number % 12 < 11)
        {
            Recorder.Confirmed(delivered + 3_600_000, number % 5 == 0);
            _escrowFenByHour[delivered / 3_600_000 + 1] -= amount.Fen;
        }

        if (number % 3 == 0)
        {
            var late = spread > 0.8 ? 2 : spread > 0.5 ? 1 : 0;
            Recorder.Rated(delivered + 7_200_000, 5 - number % 7 / 6, 5 - number % 5 / 4, 5 - late / 2,
                5 - late, spread > 0.95 ? -1 : 1);
        }
    }

    private static CategoryId CategoryOf(double spread)
    {
        var category = 0;
        for (var below = CategoryShares[0]; spread > below && category < CategoryShares.Length - 1;)
        {
            below += CategoryShares[++category];
        }

        return new((byte)category);
    }

    private static ListingOutcome Hot(RunRecorder recorder, int rank)
    {
        string[] names =
        [
            "Weilan diapers L, 168 pieces", "Qiao Phone 17 Pro 256 GB", "Bluecrane memory foam mattress",
            "Luyun puffer jacket 90 % down", "Kestrel air fryer 6 L", "Sanyi robot vacuum X9",
            "Nord oak dining table",
            "Jingwei cashmere scarf",
        ];
        var listing = new ListingId(rank);
        var sold = 4_000 - rank * 190;
        var stock = rank % 3 == 0 ? sold : sold + 400 * rank;
        if (rank % 3 == 0)
        {
            recorder.SoldOut(listing, 40_000 + rank * 90_000);
        }

        return new(listing, names[rank % names.Length], Labels.Categories[rank % 8], Yuan(89 + rank * 61),
            stock, sold,
            recorder.SoldOutSeconds(listing));
    }

    private static RunCheck[] Checks(bool pass) =>
    [
        new("Units sold, held and for sale are the stock put in", true, "1,000 listings"),
        new("Paid = held + released + refunded, for every order", pass,
            pass ? "637,000 orders" : "b17-3.0 lacks 1 fen"),
        new("All accounts sum to zero", true, "6,963 accounts, sum ¥0.00"),
        new("Every acknowledged order exists once", true, "657,000 orders"),
        new("Reputation equals a recount", true, "6,000 stores"),
        new("No buyer was refused a unit that was for sale", true, "0 refusals"),
    ];

    private static Money Yuan(long yuan) => Money.FromYuan(yuan);

    private static Money Fen(long fen) => Money.FromFen(fen);
}
