namespace FlashSale.Simulator;

/// <summary>The GMV reached when a number of seconds had passed since midnight.</summary>
public sealed record GmvClockPoint(
    [Figure("s", "a fixed grid from 1 s to 24 h, and the published times of the year")] int Seconds,
    [Figure("yuan", "GMV reached by then")] decimal Yuan,
    [Figure("share", "of the day's GMV; in a partial run, of the GMV so far")] double Share);

/// <summary>What happened on the festival's day itself.</summary>
public sealed record DaySummary(
    [Figure("orders", "placed on the day")] long OrdersPlaced,
    [Figure("orders", "paid on the day: the orders that make the GMV")] long OrdersPaid,
    [Figure("yuan", "GMV ÷ orders paid on the day")] decimal AverageOrderYuan);

/// <summary>Payments waiting for a channel.</summary>
public sealed record PaymentQueueSummary(
    [Figure("payments", "the longest queue before the payment channels")] long Peak,
    [Figure("clock", "when; null if nothing waited")] string? PeakAt,
    WaitSeconds WaitSeconds);

/// <summary>Quantiles of a wait in seconds; null where nobody waited.</summary>
public sealed record WaitSeconds(
    [Figure("s", "from placing to payment, median of orders paid on the day",
        Name = "Order to payment, median")]
    double? P50,
    [Figure("s", "the same, 90 % wait no longer")] double? P90,
    [Figure("s", "the same, 99 %; waits over two hours count as two hours", Name = "Order to payment, 99 %")]
    double? P99);

/// <summary>Days from payment to delivery; null where nothing was delivered.</summary>
public sealed record DeliveryDays(
    [Figure("days", "from payment to delivery, median; null if nothing was delivered",
        Name = "Payment to delivery, median")]
    double? P50,
    [Figure("days", "the same, 90 % are delivered sooner", Name = "Payment to delivery, 90 %")] double? P90);

/// <summary>The ratings that buyers gave.</summary>
public sealed record RatingsSummary(
    [Figure("orders", "rated by their buyers")] long Count,
    [Figure("stars", "goods as described (REP-4), 1 to 5; 0 if nothing was rated", At = ".mean")]
    [Figure("share", "one, two … five stars", At = ".sharePerStar[]")]
    ComponentRating Described,
    [Figure("stars", "service", At = ".mean")]
    [Figure("share", "one, two … five stars", At = ".sharePerStar[]")]
    ComponentRating Service,
    [Figure("stars", "dispatch speed", At = ".mean")]
    [Figure("share", "one, two … five stars", At = ".sharePerStar[]")]
    ComponentRating Dispatch,
    [Figure("stars", "delivery speed", At = ".mean", Name = "Stars for delivery")]
    [Figure("share", "one, two … five stars", At = ".sharePerStar[]")]
    ComponentRating Delivery,
    [Figure("share", "one, two … five stars, the four components together", At = "[]")]
    IReadOnlyList<double> SharePerStar,
    CreditCounts Credit);

/// <summary>One component of the store rating.</summary>
public sealed record ComponentRating(double Mean, IReadOnlyList<double> SharePerStar);

/// <summary>Credits that buyers gave, and those that counted as good because a side was silent.</summary>
public sealed record CreditCounts(
    [Figure("ratings", "credit +1 given by buyers; the brand market has none (REP-2)")] long Good,
    [Figure("ratings", "credit 0")] long Medium,
    [Figure("ratings", "credit −1")] long Poor,
    [Figure("ratings", "credit +1, of stores and of buyers, because a side was silent for 15 days")]
    long GoodByDefault);

/// <summary>What the guarantor held.</summary>
public sealed record EscrowSummary(
    [Figure("yuan", "the most that escrow held")] decimal PeakYuan,
    [Figure("clock", "when")] string? PeakAt,
    [Figure("yuan", "what it still held at the end")] decimal EndYuan);

/// <summary>Coupons that stores gave (rule CRT-2); stores are those of the sample.</summary>
public sealed record CouponSummary(
    [Figure("stores", "of the sample that gave a coupon (CRT-2)")] long Stores,
    [Figure("stores", "of those, that had none left")] long StoresOut,
    [Figure("orders", "placed with one", Name = "Orders with a coupon")] long Orders,
    [Figure("yuan", "what they took off these", Name = "Coupons took off")] decimal Yuan);

/// <summary>One stage on the way from a visit to a rating.</summary>
public sealed record FunnelStage(
    [Figure("–", "visited, carted, checkout-tried, placed, paid, confirmed, rated")] string Stage,
    [Figure("–", "what the stage counts: buyers, checkouts or orders")] string Counts,
    [Figure("as `counts`", "how many")] long Count);

/// <summary>How often something of a kind happened.</summary>
public sealed record KindCount(string Kind, long Count);

/// <summary>How often something of a kind happened, its money, and its share of the money.</summary>
public sealed record KindAmount(string Kind, long Count, decimal Yuan, double Share);

/// <summary>One of the listings that sold most, in units at full scale.</summary>
public sealed record ListingSales(
    [Figure("–", "title of one of the listings that sold most, best first")] string Name,
    [Figure("–", "its category")] string Category,
    [Figure("yuan", "festival price of one unit")] decimal PriceYuan,
    [Figure("units", "put in")] long Stock,
    [Figure("units", "sold")] long Sold,
    [Figure("clock", "when it first sold out; null if it did not")] string? SoldOutAt);

/// <summary>What the audit found.</summary>
public sealed record AuditSummary(
    [Figure("–", "true if every check passed")] bool Passed,
    IReadOnlyList<RunCheck> Checks);

/// <summary>The sample's own counts and its money to the fen: what run.sqlite holds.</summary>
public sealed record SampleSummary(
    [Figure("orders", "placed, in the sample")] long OrdersPlaced,
    [Figure("orders", "paid")] long OrdersPaid,
    [Figure("orders", "confirmed")] long OrdersConfirmed,
    [Figure("checkouts", "tried for the first time")] long CheckoutsTried,
    [Figure("refusals", "of checkouts and payments")] long Refused,
    [Figure("checkouts", "tried again")] long Retries,
    [Figure("checkouts", "given up")] long Abandoned,
    [Figure("orders", "rated by their buyers")] long Rated,
    [Figure("yuan", "GMV")] decimal GmvYuan,
    [Figure("yuan", "given back")] decimal RefundedYuan,
    [Figure("orders/s", "in the busiest second: the fewer, the more of `peakOrdersPerSecond` is chance")]
    long PeakOrdersPerSecond,
    [Figure("orders/s", "likewise")] long PeakPaymentsPerSecond,
    SampleMoney Money);

/// <summary>
/// The ledger of the sample, exact: paid = held + released + refunded, and all accounts sum to zero.
/// </summary>
public sealed record SampleMoney(
    [Figure("yuan", "paid into escrow for orders (ESC-3)")] decimal PaidYuan,
    [Figure("yuan", "still held; paid = held + released + refunded")] decimal HeldYuan,
    [Figure("yuan", "released to stores and the platform")] decimal ReleasedYuan,
    [Figure("yuan", "given back out of escrow")] decimal RefundedYuan,
    IReadOnlyList<AccountBalance> Accounts);

/// <summary>All accounts of one kind together, in the sample.</summary>
public sealed record AccountBalance(
    [Figure("–", "kind of account")] string Kind,
    [Figure("accounts", "how many of that kind")] long Accounts,
    [Figure("yuan", "sum of their balances; over all kinds it is 0 (ESC-2)")] decimal Yuan);
