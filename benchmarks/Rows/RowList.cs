namespace FlashSale.Benchmarks;

/// <summary>All rows, in the order of the table.</summary>
internal static class RowList
{
    /// <summary>New rows, which the caller disposes.</summary>
    public static IReadOnlyList<IRow> All() =>
    [
        new CheckoutMemory(),
        new CheckoutDurable(),
        new CheckoutOpenLoop(),
        new LifeMemory(),
        new LifeDurable(),
        new SimulationSpeed(),
        new SetUpTime(),
        new ReplaySpeed(),
        new MemorySize(),
        new AuditTime(),
        new StudyReportTime(),
        new StudyAgainTime(),
    ];
}
