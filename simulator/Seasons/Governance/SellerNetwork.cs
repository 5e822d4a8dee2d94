namespace FlashSale.Simulator;

/// <summary>
/// Who hears whom: each seller is in the circle of its category and in a chat group of it (rule GOV-3).
/// </summary>
/// <remarks>Derived from owners and stores, so that nothing of it is saved.</remarks>
internal sealed class SellerNetwork(SeasonRun run, ProtestHabits habits)
{
    private const uint GroupCounter = 0;
    private const uint ThresholdCounter = 1;

    private readonly List<int> _categories = [];
    private readonly List<int> _groups = [];
    private readonly List<double> _thresholds = [];
    private readonly (int First, int Count)[] _groupsOf = GroupsOf(run.World, habits.ChatGroup);
    private int _storesSeen;

    /// <summary>Sellers that there ever were.</summary>
    public int Sellers => _categories.Count;

    /// <summary>The grievance at which a seller would protest alone.</summary>
    public double ThresholdOf(int seller) => _thresholds[seller];

    /// <summary>All of them.</summary>
    public double[] Thresholds => [.. _thresholds];

    /// <summary>The category of each seller who has an open store.</summary>
    public int[] Categories => OfOpen(_categories);

    /// <summary>The chat group of each seller who has an open store.</summary>
    public int[] Groups => OfOpen(_groups);

    /// <summary>Sellers who have come since join their circles.</summary>
    public void Follow()
    {
        for (; _storesSeen < run.Stores.Count; _storesSeen++)
        {
            ref readonly var store = ref run.Stores[_storesSeen];
            if (store.Owner == Sellers) // an owner's first store
            {
                Add(store.Owner, store.Category);
            }
        }
    }

    private int[] OfOpen(List<int> circles)
    {
        var open = new int[Sellers];
        for (var seller = 0; seller < open.Length; seller++)
        {
            open[seller] = run.Stores.OwnerAt(seller).OpenStores > 0
                ? circles[seller] : ProtestCascade.Outside;
        }

        return open;
    }

    private void Add(int seller, int category)
    {
        var (first, count) = _groupsOf[category];
        var bits = Draws.At(run.World.Seed, seller, Streams.SellerVoice, GroupCounter);
        _categories.Add(category);
        _groups.Add(first + (int)Math.BigMul(bits, (ulong)count, out _));
        var unit = Draws.ToUnit(Draws.At(run.World.Seed, seller, Streams.SellerVoice, ThresholdCounter));
        _thresholds.Add(habits.Threshold * ExactMath.Exp(habits.Spread * ExactMath.InverseNormal(unit)));
    }

    // As many groups of a category as its stores of the start fill.
    private static (int First, int Count)[] GroupsOf(SeasonWorld world, int size)
    {
        var (groups, first) = (new (int, int)[world.Categories.Count], 0);
        var shares = world.Categories.Sum(goods => goods.ShareOfOrders);
        for (var category = 0; category < groups.Length; category++)
        {
            var stores = world.Terms.Stores * world.Categories[category].ShareOfOrders / shares;
            groups[category] = (first, Math.Max(1, (int)Math.Round(stores / size)));
            first += groups[category].Item2;
        }

        return groups;
    }
}
