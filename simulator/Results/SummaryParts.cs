namespace FlashSale.Simulator;

/// <summary>The GMV reached when a number of seconds had passed since midnight.</summary>
/// <param name="Seconds">Seconds since midnight.</param>
/// <param name="Yuan">Paid until then, on the festival's day.</param>
/// <param name="Share">Of the day's total; of the total so far in a partial run.</param>
public sealed record GmvClockPoint(int Seconds, decimal Yuan, double Share);

/// <summary>What happened on the festival's day itself.</summary>
/// <param name="OrdersPlaced">Orders placed on the day.</param>
/// <param name="OrdersPaid">Orders paid on the day, which make the GMV.</param>
/// <param name="AverageOrderYuan">GMV by orders paid on the day.</param>
public sealed record DaySummary(long OrdersPlaced, long OrdersPaid, decimal AverageOrderYuan);

/// <summary>Payments waiting for a channel.</summary>
/// <param name="Peak">The longest queue seen.</param>
/// <param name="PeakAt">When; null if nothing ever waited.</param>
/// <param name="WaitSeconds">From placing to payment, of orders paid on the day.</param>
public sealed record PaymentQueueSummary(long Peak, string? PeakAt, WaitSeconds WaitSeconds);

/// <summary>Quantiles of a wait in seconds; null where nobody waited.</summary>
public sealed record WaitSeconds(double? P50, double? P90, double? P99);

/// <summary>Days from payment to delivery; null where nothing was delivered.</summary>
public sealed record DeliveryDays(double? P50, double? P90);

/// <summary>The ratings that buyers gave.</summary>
/// <param name="Count">Orders rated by a buyer.</param>
/// <param name="Described">Goods as described.</param>
/// <param name="Service">Service.</param>
/// <param name="Dispatch">Dispatch speed.</param>
/// <param name="Delivery">Delivery speed.</param>
/// <param name="SharePerStar">Shares of one to five stars over all components.</param>
/// <param name="Credit">Good, medium and poor credits.</param>
public sealed record RatingsSummary(
    long Count,
    ComponentRating Described,
    ComponentRating Service,
    ComponentRating Dispatch,
    ComponentRating Delivery,
    IReadOnlyList<double> SharePerStar,
    CreditCounts Credit);

/// <summary>One component of the store rating.</summary>
/// <param name="Mean">Mean of the stars, 1 to 5; 0 where there was no rating.</param>
/// <param name="SharePerStar">Shares of one, two … five stars.</param>
public sealed record ComponentRating(double Mean, IReadOnlyList<double> SharePerStar);

/// <summary>Credits that buyers gave, and those that counted as good because a side was silent.</summary>
public sealed record CreditCounts(long Good, long Medium, long Poor, long GoodByDefault);

/// <summary>What the guarantor held.</summary>
/// <param name="PeakYuan">The most it held.</param>
/// <param name="PeakAt">When.</param>
/// <param name="EndYuan">What it still held at the end.</param>
public sealed record EscrowSummary(decimal PeakYuan, string? PeakAt, decimal EndYuan);

/// <summary>One stage on the way from a visit to a rating.</summary>
/// <param name="Stage">visited, carted, checkout-tried, placed, paid, confirmed, rated.</param>
/// <param name="Counts">What is counted: buyers, checkouts or orders.</param>
/// <param name="Count">How many, over the whole run.</param>
public sealed record FunnelStage(string Stage, string Counts, long Count);

/// <summary>How often something of a kind happened.</summary>
public sealed record KindCount(string Kind, long Count);

/// <summary>How often something of a kind happened, its money, and its share of the money.</summary>
public sealed record KindAmount(string Kind, long Count, decimal Yuan, double Share);

/// <summary>One of the listings that sold most, in units at full scale.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Category">Its category's name.</param>
/// <param name="PriceYuan">The festival price of one unit.</param>
/// <param name="Stock">Units put in.</param>
/// <param name="Sold">Units sold.</param>
/// <param name="SoldOutAt">When it first sold out; null if it did not.</param>
public sealed record ListingSales(
    string Name, string Category, decimal PriceYuan, long Stock, long Sold, string? SoldOutAt);

/// <summary>What the audit found.</summary>
/// <param name="Passed">Whether every check passed.</param>
/// <param name="Checks">Each check.</param>
public sealed record AuditSummary(bool Passed, IReadOnlyList<RunCheck> Checks);

/// <summary>The sample's own counts and its money to the fen: what run.sqlite holds.</summary>
public sealed record SampleSummary(
    long OrdersPlaced,
    long OrdersPaid,
    long OrdersConfirmed,
    long CheckoutsTried,
    long Refused,
    long Retries,
    long Abandoned,
    long Rated,
    decimal GmvYuan,
    decimal RefundedYuan,
    long PeakOrdersPerSecond,
    long PeakPaymentsPerSecond,
    SampleMoney Money);

/// <summary>
/// The ledger of the sample, exact: paid = held + released + refunded, and all accounts sum to zero.
/// </summary>
public sealed record SampleMoney(
    decimal PaidYuan,
    decimal HeldYuan,
    decimal ReleasedYuan,
    decimal RefundedYuan,
    IReadOnlyList<AccountBalance> Accounts);

/// <summary>All accounts of one kind together, in the sample.</summary>
public sealed record AccountBalance(string Kind, long Accounts, decimal Yuan);
