namespace FlashSale.Tests.Trust;

/// <summary>A seller with two stores, and what buyers and operators do about them.</summary>
internal sealed class CaseStage
{
    public static readonly DateTimeOffset Noon = new(2018, 6, 1, 4, 0, 0, TimeSpan.Zero);
    public static readonly SellerId Seller = new(3);
    public static readonly StoreId Store = new(6);
    public static readonly StoreId Other = new(7);

    private int _buyers;

    public TrustPolicy Policy { get; set; } = new() { IsOn = true, WarningsFirst = 0 };

    /// <summary>What the store sold less since the verdict.</summary>
    public Money Lost { get; set; }

    public CaseFile File { get; set; } = new(Seller);

    public DateTimeOffset Now { get; set; } = Noon;

    /// <summary>The last case.</summary>
    public Case Last => File.Cases[^1];

    /// <summary>A buyer complains about a listing of the store.</summary>
    public bool Complain(
        int listing = 0, ComplaintReason reason = ComplaintReason.Counterfeit, int? buyer = null) =>
        CaseProcess.Complain(
            File,
            new Complaint
            {
                Order = new CheckoutId(new BuyerId(buyer ?? _buyers++), 0).Order(0),
                AtMs = Now.ToUnixTimeMilliseconds(),
                Paid = Money.FromYuan(100),
                Units = 2,
                Listing = new ListingId(listing),
                Store = Store,
                Reason = reason,
            },
            Now, Policy);

    public CaseResult Open(
        CaseKind kind = CaseKind.Counterfeit, StoreId? store = null, int listing = -1) => CaseProcess.Open(
        File, new OpenCase(Seller, store ?? Store, new ListingId(listing), kind), isKnown: true, Now, Policy);

    public CaseResult Decide(
        CaseVerdict verdict = CaseVerdict.Guilty, int? number = null) => CaseProcess.Decide(
        File, new DecideCase(new CaseId(Seller, number ?? Last.Number), verdict),
        new CaseSubject(File.Has(number ?? Last.Number) ? StoreOf(number ?? Last.Number) : Store,
            MarketKind.Brand, [Store, Other]),
        Now, Policy);

    /// <summary>An operator records evidence in a case.</summary>
    public CaseResult Record(int basisPoints, int number = 1) => CaseProcess.Record(
        File, new RecordEvidence(new CaseId(Seller, number), basisPoints), Now, Policy);

    /// <summary>A case is opened, decided, and stands; its acts are carried out.</summary>
    public Penalty Convict(CaseKind kind = CaseKind.Counterfeit, StoreId? store = null)
    {
        Assert.Equal(CaseResult.Done, Open(kind, store));
        var number = Last.Number;
        Assert.Equal(CaseResult.Done, Decide(number: number));
        var one = File.Cases.Single(found => found.Number == number);
        Acts();
        return new Penalty(one.Points, one.Measure);
    }

    /// <summary>Time passes: what is due happens, each at its own moment.</summary>
    public void Pass(TimeSpan time)
    {
        Now += time;
        while (File.DueAt is { } at && at <= Now)
        {
            CaseProcess.Fall(File, at, complaint => complaint.OwedFor(0), Policy);
            Acts();
        }
    }

    /// <summary>The first case.</summary>
    public Case First => File.Cases[0];

    /// <summary>The seller appeals against the first verdict.</summary>
    public AppealResult Appeal() => AppealProcess.File(
        File, new FileAppeal(new CaseId(Seller, 1), 5_000), Now, Policy);

    /// <summary>The answer to a decision of the first appeal; null if it is to be carried out.</summary>
    public AppealResult? Answer(int votesFor, int votes = 1) => AppealProcess.Answer(
        File, new DecideAppeal(new CaseId(Seller, 1), votesFor, votes), Policy);

    /// <summary>Decides the first appeal.</summary>
    public void DecideAppeal(int votesFor, int votes = 1) => AppealProcess.Decide(
        File, new DecideAppeal(new CaseId(Seller, 1), votesFor, votes), [Store, Other], Lost, Now, Policy);

    /// <summary>Carries all acts out; freezing finds so much money.</summary>
    public List<CaseAct> Acts(long earnedYuan = 0)
    {
        var done = new List<CaseAct>();
        while (File.NextAct is { } act)
        {
            done.Add(act);
            File.Done(act, act.Kind == CaseActKind.Freeze ? Money.FromYuan(earnedYuan) : act.Amount);
        }

        return done;
    }

    private StoreId StoreOf(int number) => File.Cases.Single(one => one.Number == number).Store;
}
