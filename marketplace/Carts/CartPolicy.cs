namespace FlashSale.Marketplace;

/// <summary>The numbers of carts and checkout (rules CRT-1, CRT-2).</summary>
public sealed record CartPolicy
{
    private const long ReductionYuanMax = 1_000_000;

    /// <summary>CRT-1: lines in a cart (assumed); at most <see cref="Limits.LinesPerCartMax"/>.</summary>
    public int LinesMax { get; init; } = Limits.LinesPerCartMax;

    /// <summary>CRT-2: whether the cross-store reduction is given.</summary>
    public bool ReducesAcrossStores { get; init; } = true;

    /// <summary>CRT-2: the reduction is given for every full amount of this (F, 2022: 50 off 300).</summary>
    public Money ReductionStep { get; init; } = Money.FromYuan(300);

    /// <summary>
    /// CRT-2: what is taken off for each full <see cref="ReductionStep"/> (F, 2022: 50 off 300).
    /// </summary>
    public Money ReductionPerStep { get; init; } = Money.FromYuan(50);

    internal void Check(PolicyCheck check)
    {
        check.Between(LinesMax, 1, Limits.LinesPerCartMax);
        check.Between(ReductionStep, 1, ReductionYuanMax);
        check.That(
            !ReductionPerStep.IsNegative && ReductionPerStep < ReductionStep,
            nameof(ReductionPerStep), ReductionPerStep.ToString(), "¥0 or more, and less than reductionStep");
    }
}
