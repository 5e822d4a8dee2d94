using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>Writes of sales that are cut off: each batch is counted once all the same.</summary>
public sealed class SalesCutOffTests
{
    private const int Batches = 70; // more than have a row of their own
    private const int Partition = 3;

    private static readonly ListingId Kettle = new(5);

    [Theory, Trait("cluster", "SRC-1")]
    [InlineData(1, CutOff.Before)] // that nothing was sold before
    [InlineData(1, CutOff.After)]
    [InlineData(2, CutOff.Before)] // the first batch
    [InlineData(2, CutOff.After)]
    [InlineData(66, CutOff.Before)] // what all batches hold, put into the rows of days
    [InlineData(66, CutOff.After)]
    public async Task A_batch_whose_write_is_cut_off_comes_again_and_counts_once(int nth, CutOff way)
    {
        var rows = new CutSales(new MemoryRowStore(), nth, way);
        await using var market = await TestMarket.Start(rows: rows);
        var sales = market.Grains.GetGrain<ISalesGrain>(Partition);
        for (var number = 1; number <= Batches; number++)
        {
            var batch = Batch(number);
            await Shop.Answered(async () =>
            {
                await sales.Add(batch);
                return true;
            });
        }

        Assert.True(rows.IsCut, $"there was no write {nth}");
        var sums = await sales.Sums(ChinaTime.DayOf(History.Beginning), 30);
        Assert.Equal([(Kettle, Batches)], SalesRows.Unpack(sums.Packed));
    }

    private static EventBatch Batch(int number) => new(Partition, number,
    [
        new OrderEvent
        {
            Kind = MarketEventKind.Paid,
            Order = new CheckoutId(new BuyerId(Partition), number).Order(0),
            Store = new StoreId(0),
            Seller = new SellerId(0),
            At = History.Beginning,
            Sales = [new Sale(Kettle, default)],
        },
    ]);

    /// <summary>Cuts off the nth write of sales.</summary>
    private sealed class CutSales(IRowStore inner, int nth, CutOff way) : IRowStore
    {
        private int _left = nth;

        public bool IsCut { get; private set; }

        public async ValueTask Write(ReadOnlyMemory<RowWrite> rows)
        {
            var isSales = rows.ToArray()
                .Any(row => row.Key.Kind is RowKind.SalesDay or RowKind.SalesBatch);
            var isCut = isSales && Interlocked.Decrement(ref _left) == 0;
            if (!isCut || way == CutOff.After)
            {
                await inner.Write(rows);
            }

            if (isCut)
            {
                IsCut = true;
                throw new RowStoreException("Cut off.");
            }
        }

        public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
            RowKind kind, long owner, CancellationToken cancel = default) =>
            inner.ReadAll(kind, owner, cancel);

        public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default) =>
            inner.Read(key, cancel);

        public ValueTask<IReadOnlyList<StoredRow>> FindDue(
            RowKind kind, long dueBy, int slice, int slices, int rowsMax,
            CancellationToken cancel = default) =>
            inner.FindDue(kind, dueBy, slice, slices, rowsMax, cancel);

        public ValueTask<IReadOnlyList<StoredRow>> Page(
            RowKey after, int rowsMax, CancellationToken cancel = default) =>
            inner.Page(after, rowsMax, cancel);
    }
}
