using FlashSale.Tests.Engine;

namespace FlashSale.Tests.Port;

/// <summary>
/// To every answer that a command about stores, listings, money or switches may get, the shortest story that
/// leads to it, on whatever host.
/// </summary>
internal static class ShopAnswers
{
    /// <summary>The rules under which the stories are told.</summary>
    public static Policy Rules { get; } = new()
    {
        Trust = new TrustPolicy
        {
            IsOn = true,
            EvidenceBasisPointsMin = 1,
            TalkWithin = default,
            ReviewsPerDay = 1,
        },
    };

    /// <summary>
    /// The stories by the answer to their last command; each has a number, and so a store of its own.
    /// </summary>
    public static IReadOnlyDictionary<Enum, Func<int, Step[]>> All { get; } =
        new Dictionary<Enum, Func<int, Step[]>>
        {
            [OpenStoreResult.Opened] = at => [Open(at)],
            [OpenStoreResult.NameTaken] = at =>
                [Open(at), Step.OpenStore(Application(at) with { Id = new StoreId(Other + at) })],
            [OpenStoreResult.NotAName] = at => [Step.OpenStore(Application(at) with { Name = "\u0007" })],
            [OpenStoreResult.IdReused] = at =>
                [Open(at), Step.OpenStore(Application(at) with { Owner = new SellerId(Other) })],
            [OpenStoreResult.OutOfRange] = at =>
                [Step.OpenStore(Application(at) with { Market = (MarketKind)9 })],

            [StoreResult.Done] = at => [Open(at), Step.StepStore(new StoreId(at), StoreStep.Hide)],
            [StoreResult.WrongStatus] = at => [Open(at), Step.StepStore(new StoreId(at), StoreStep.Show)],
            [StoreResult.DepositShort] = at =>
            [
                Step.OpenStore(Application(at) with { Deposit = Yuan(1) }),
                Step.StepStore(new StoreId(at), StoreStep.Open),
            ],
            [StoreResult.BadCoupon] = at =>
                [Open(at), Step.SetCoupon(new StoreId(at), new Coupon(Yuan(10), Yuan(9)))],
            [StoreResult.UnknownStore] = at => [Step.StepStore(new StoreId(Other + at), StoreStep.Hide)],
            [StoreResult.IdReused] = at =>
            [
                Open(at), Step.StepStore(new StoreId(at), StoreStep.Hide, Name),
                Step.StepStore(new StoreId(at), StoreStep.Show, Name),
            ],

            [StoreResult.Banned] = at =>
            [
                Open(at), .. Guilty(at, kind: CaseKind.Brushing),
                Step.SetCoupon(new StoreId(at), new Coupon(Yuan(1), Yuan(9))),
            ],

            [ListingResult.Published] = at => [Open(at), Publish(at)],
            [ListingResult.BadTerms] = at => [Open(at), Publish(at, yuan: 0)],
            [ListingResult.StoreNotOpen] = at => [Publish(at)],
            [ListingResult.IdReused] = at => [Open(at), Publish(at), Publish(at, yuan: 2)],
            [ListingResult.UnknownListing] = at => [Step.Reprice(new ListingId(at), Yuan(1))],

            [ListingResult.Banned] = at =>
            [
                Open(at), .. Guilty(at, kind: CaseKind.Brushing),
                Step.Publish(new ListingId(at), Fixtures.Terms(store: new StoreId(at)) with
                {
                    Festival = new FestivalPrice(Yuan(1), Fixtures.Noon, Fixtures.Noon.AddDays(1)),
                }),
            ],

            [TransferResult.Moved] = at => [Move(at, MovementKind.BuyerTopUp)],
            [TransferResult.InsufficientFunds] = at => [Open(at), Move(at, MovementKind.Withdrawal)],
            [TransferResult.IdReused] = at =>
                [Move(at, MovementKind.BuyerTopUp), Move(at, MovementKind.BuyerTopUp, yuan: 2)],
            [TransferResult.BadTransfer] = at => [Open(at), Move(at, MovementKind.Release)],
            [TransferResult.WrongStatus] = at => [Open(at), Move(at, MovementKind.DepositReturned)],
            [TransferResult.UnknownAccount] = at => [Move(at, MovementKind.Loan)],

            [CaseResult.Done] = at => [Open(at), OpenCase(at)],
            [CaseResult.WrongStatus] = at => [Open(at), .. Guilty(at), Step.DecideCase(CaseOf(at), Cleared)],
            [CaseResult.EvidenceMissing] = at =>
                [Open(at), OpenCase(at), Step.DecideCase(CaseOf(at), CaseVerdict.Guilty)],
            [CaseResult.UnknownCase] = at => [Open(at), Step.DecideCase(CaseOf(at), Cleared)],
            [CaseResult.UnknownSubject] = at => [Open(at), OpenCase(at, store: Other + at)],
            [CaseResult.TooMany] = at =>
            [
                Open(at), Publish(at), Publish(Other + at, store: at),
                .. from listing in new[] { -1, at, Other + at }
                   from kind in Enum.GetValues<CaseKind>()
                   select OpenCase(at, listing: listing, kind: kind),
            ],
            [CaseResult.BadCase] = at =>
                [Open(at), OpenCase(at), Step.StepCase(CaseOf(at), CaseStep.Close)],
            [CaseResult.IdReused] = at =>
            [
                Open(at), OpenCase(at, name: Name), OpenCase(at, kind: CaseKind.WrongCategory, name: Name),
            ],
            [AppealResult.Done] = at => [Open(at), .. Guilty(at), Step.FileAppeal(CaseOf(at), 1)],
            [AppealResult.WrongStatus] = at => [Open(at), OpenCase(at), Step.FileAppeal(CaseOf(at), 1)],
            [AppealResult.NoReviewer] = at =>
            [
                Open(at), .. Guilty(at), .. Guilty(at, 2), Step.FileAppeal(CaseOf(at), 1),
                Step.FileAppeal(CaseOf(at, 2), 1), Step.DecideAppeal(CaseOf(at), 1, 1),
                Step.DecideAppeal(CaseOf(at, 2), 1, 1),
            ],
            [AppealResult.BadAppeal] = at =>
            [
                Open(at), .. Guilty(at), Step.FileAppeal(CaseOf(at), 1), Step.DecideAppeal(CaseOf(at), 1, 2),
            ],
            [AppealResult.UnknownCase] = at => [Open(at), Step.FileAppeal(CaseOf(at), 1)],
            [OpenStoreResult.OwnerBarred] = at =>
            [
                Open(at), .. Enumerable.Range(1, 4).SelectMany(number => Guilty(at, number)),
                Step.OpenStore(Application(Other + at) with { Owner = new SellerId(at) }),
            ],

            [FlipResult.Flipped] = at => [Flip(isOn: true), Flip(isOn: false)],
            [FlipResult.NoChange] = at => [Flip(isOn: false, why: "once more")],
            [FlipResult.NoReason] = at => [Flip(isOn: true, why: "")],
            [FlipResult.EndsTooEarly] = at => [Flip(isOn: true, until: Fixtures.Noon.AddDays(-1))],
            [FlipResult.IdReused] = at => [Flip(isOn: true, name: Name), Flip(isOn: false, name: Name)],

            [PolicyResult.Changed] = at => [Change(days: at)],
            [PolicyResult.BadPolicy] = at => [Step.ChangePolicy(Paying(minutes: 0))],
            [PolicyResult.FixedNumbers] = at =>
                [Step.ChangePolicy(new Policy { Reputation = new() { StoreRatingDays = 9 } })],
            [PolicyResult.InThePast] = at => [Change(days: -1)],
            [PolicyResult.TooFarAhead] = at => [Change(days: 400)],
            [PolicyResult.SameMoment] = at => [Change(days: at), Change(days: at, minutes: 2)],
            [PolicyResult.IdReused] = at =>
                [Change(days: at, name: Name), Change(days: at, minutes: 2, name: Name)],
            [PolicyResult.NotPlanned] = at =>
            [
                Change(days: 100), Step.WithdrawPolicy(Fixtures.Noon.AddDays(100)),
                Step.WithdrawPolicy(Fixtures.Noon.AddDays(101)),
            ],
            [PolicyResult.TooManyChanges] = at =>
                [.. Enumerable.Range(at, PolicyTimeline.PlannedMax).Select(day => Change(days: day))],
        };

    /// <summary>Plays all stories, and asserts that each ends with its answer.</summary>
    public static async Task AreGivenBy(IMarketplace port)
    {
        var (number, wrong) = (0, new List<string>());
        foreach (var (expected, story) in All)
        {
            object? answer = null;
            foreach (var step in story(number))
            {
                answer = await step.OnPort(port);
            }

            number++;
            if (!expected.Equals(answer))
            {
                wrong.Add($"{expected.GetType().Name}.{expected}: {answer}");
            }
        }

        Assert.Empty(wrong);
    }

    // Numbers that no other story has.
    private const int Other = 1_000;

    private static RequestId Name => RequestId.Of("a name");

    private static Money Yuan(long yuan) => Money.FromYuan(yuan);

    private static StoreApplication Application(int at) => Fixtures.Application(new StoreId(at));

    private static Step Open(int at) => Step.OpenStore(Application(at));

    private static Step Publish(int at, long yuan = 1, int? store = null) =>
        Step.Publish(new ListingId(at), Fixtures.Terms(yuan: yuan, store: new StoreId(store ?? at)));

    private static Step OpenCase(
        int at, int? store = null, int listing = -1, CaseKind kind = CaseKind.Counterfeit,
        RequestId name = default) =>
        Step.OpenCase(new SellerId(at), new StoreId(store ?? at), new ListingId(listing), kind, name);

    private static CaseId CaseOf(int at, int number = 1) => new(new SellerId(at), number);

    private static Step[] Guilty(int at, int number = 1, CaseKind kind = CaseKind.Counterfeit) =>
    [
        OpenCase(at, kind: kind), Step.RecordEvidence(CaseOf(at, number), 1),
        Step.DecideCase(CaseOf(at, number), CaseVerdict.Guilty),
    ];

    private const CaseVerdict Cleared = CaseVerdict.Cleared;

    private static Step Move(int at, MovementKind kind, long yuan = 1) =>
        Step.Move(new Transfer(at, kind, new StoreId(at), new BuyerId(at), Yuan(yuan)));

    private static Step Flip(
        bool isOn, string why = "a peak", DateTimeOffset? until = null, RequestId name = default) =>
        Step.Flip(new SwitchCommand(Switch.CouponsFrozen, isOn, "ops", why, until), name);

    private static Step Change(int days, int minutes = 1, RequestId name = default) =>
        Step.ChangePolicy(Paying(minutes), Fixtures.Noon.AddDays(days), name);

    private static Policy Paying(int minutes) =>
        new() { Inventory = new InventoryPolicy { PayWithin = TimeSpan.FromMinutes(minutes) } };
}
