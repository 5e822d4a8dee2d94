namespace FlashSale.Cluster.Tests;

/// <summary>When a step is cut off.</summary>
public enum CutOff
{
    /// <summary>It is not carried out.</summary>
    Before,

    /// <summary>It is carried out, and nobody is told.</summary>
    After,
}

/// <summary>
/// Cuts exactly one of the steps that processes over orders and money wait for: a write of their rows, or a
/// call from one of their grains to another.
/// </summary>
internal sealed class OneFault(IRowStore inner) : IRowStore, IOutgoingGrainCallFilter
{
    private int _left;
    private CutOff _way;

    /// <summary>The grains whose calls are steps.</summary>
    public IReadOnlyList<Type> Called { get; init; } =
        [
            typeof(IEscrowAccountGrain), typeof(IStockGrain), typeof(IListingGrain), typeof(IStoreGrain),
            typeof(ICaseGrain), typeof(IReviewGrain), typeof(IWatchGrain),
            typeof(IIdentityGrain), typeof(IBrandGrain), typeof(IListingReviewGrain),
        ];

    /// <summary>The rows whose writes are steps.</summary>
    public IReadOnlyList<RowKind> Written { get; init; } =
    [
        RowKind.Checkout, RowKind.EndedCheckout, RowKind.Account, RowKind.Movement, RowKind.Transfer,
        RowKind.Store, RowKind.Listing, RowKind.Hold, RowKind.CaseFile, RowKind.ReviewDay, RowKind.Watch,
        RowKind.Identity, RowKind.IdentityLink, RowKind.Publication, RowKind.Brand,
        RowKind.ListingReviewDay,
    ];

    /// <summary>The step that was cut off, in words; null if none was since it was armed.</summary>
    public string? Step { get; private set; }

    /// <summary>Lets the nth step from now on, counted from 1, be cut off.</summary>
    public void Arm(int nth, CutOff way) => (_left, _way, Step) = (nth, way, null);

    /// <summary>Lets all steps succeed.</summary>
    public void Disarm() => Volatile.Write(ref _left, 0);

    public async ValueTask Write(ReadOnlyMemory<RowWrite> rows)
    {
        var kinds = string.Join('+', rows.ToArray().Select(row => row.Key.Kind).Distinct().Order());
        var isCut = rows.ToArray().Any(row => Written.Contains(row.Key.Kind)) && IsCut($"write {kinds}");
        if (!isCut || _way == CutOff.After)
        {
            await inner.Write(rows);
        }

        if (isCut)
        {
            throw new RowStoreException("Cut off.");
        }
    }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var name = $"{context.InterfaceMethod.DeclaringType?.Name}.{context.InterfaceMethod.Name}";
        var isCut = context.SourceContext is { GrainInstance: not null }
            && Called.Contains(context.InterfaceMethod.DeclaringType) && IsCut($"call {name}");
        if (!isCut || _way == CutOff.After)
        {
            await context.Invoke();
        }

        if (isCut)
        {
            throw new TimeoutException("Cut off.");
        }
    }

    public ValueTask<IReadOnlyList<StoredRow>> ReadAll(
        RowKind kind, long owner, CancellationToken cancel = default) => inner.ReadAll(kind, owner, cancel);

    public ValueTask<StoredRow?> Read(RowKey key, CancellationToken cancel = default) =>
        inner.Read(key, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> FindDue(
        RowKind kind, long dueBy, int slice, int slices, int rowsMax, CancellationToken cancel = default) =>
        inner.FindDue(kind, dueBy, slice, slices, rowsMax, cancel);

    public ValueTask<IReadOnlyList<StoredRow>> Page(
        RowKey after, int rowsMax, CancellationToken cancel = default) => inner.Page(after, rowsMax, cancel);

    private bool IsCut(string step)
    {
        if (Volatile.Read(ref _left) <= 0 || Interlocked.Decrement(ref _left) != 0)
        {
            return false;
        }

        Step = step;
        return true;
    }
}
