namespace FlashSale.Marketplace;

/// <summary>Every number of the rule book: the defaults, which a scenario can change.</summary>
/// <remarks>
/// Sources and confidence of each number are in docs/reference/rules.md under the rule's id.
/// </remarks>
public sealed record Policy
{
    /// <summary>
    /// The categories of goods; a <see cref="CategoryId"/> is an index into this list (rules LST-1, STO-5).
    /// </summary>
    public IReadOnlyList<Category> Categories { get; init; } = Category.Typical;

    /// <summary>Opening, deposits and fees (STO-1 to STO-5).</summary>
    public StorePolicy Stores { get; init; } = new();

    /// <summary>Sales modes (LST-3).</summary>
    public ListingPolicy Listings { get; init; } = new();

    /// <summary>Holds on stock (INV-1 to INV-4).</summary>
    public InventoryPolicy Inventory { get; init; } = new();

    /// <summary>Carts and the reductions at checkout (CRT-1, CRT-2).</summary>
    public CartPolicy Carts { get; init; } = new();

    /// <summary>Confirmation and refunds (ORD-2, ORD-3).</summary>
    public OrderPolicy Orders { get; init; } = new();

    /// <summary>Credit, levels and store ratings (REP-1 to REP-6).</summary>
    public ReputationPolicy Reputation { get; init; } = new();

    /// <summary>Shipping and delivery (LOG-1, LOG-2).</summary>
    public LogisticsPolicy Logistics { get; init; } = new();

    /// <summary>The limit in front of the market (CAP-1).</summary>
    public AdmissionPolicy Admission { get; init; } = new();

    /// <summary>Complaints, cases, penalties and appeals (TRU-3, TRU-5 to TRU-8).</summary>
    public TrustPolicy Trust { get; init; } = new();

    /// <summary>Search and its order (SRC-1).</summary>
    public SearchPolicy Search { get; init; } = new();

    /// <summary>Certificates of stores (IDN-1 to IDN-3).</summary>
    public CertificationPolicy Certification { get; init; } = new();

    /// <summary>Screening at publication (LST-2).</summary>
    public ScreeningPolicy Screening { get; init; } = new();

    /// <summary>
    /// What is wrong with these numbers, in the order of the fields; empty if they can be used.
    /// </summary>
    public IReadOnlyList<PolicyProblem> Validate()
    {
        var problems = new List<PolicyProblem>();
        Category.Check(Categories, new PolicyCheck("categories", problems));
        Stores.Check(new PolicyCheck("stores", problems));
        Listings.Check(new PolicyCheck("listings", problems));
        Inventory.Check(new PolicyCheck("inventory", problems));
        Carts.Check(new PolicyCheck("carts", problems));
        Orders.Check(new PolicyCheck("orders", problems));
        Reputation.Check(new PolicyCheck("reputation", problems));
        Logistics.Check(new PolicyCheck("logistics", problems));
        Admission.Check(new PolicyCheck("admission", problems));
        Trust.Check(new PolicyCheck("trust", problems));
        Search.Check(new PolicyCheck("search", problems));
        Certification.Check(new PolicyCheck("certification", problems));
        Screening.Check(new PolicyCheck("screening", problems));
        return problems;
    }
}
