namespace FlashSale.Simulator;

/// <summary>The buyers: four bytes each, everything else about them is drawn when it is needed.</summary>
internal sealed class Crowd
{
    /// <summary>No buyer checks out more often.</summary>
    public const int CheckoutsMax = 16;

    private readonly Buyer[] _buyers;
    private readonly double[] _channelShares;

    private Crowd(Buyer[] buyers, long checkouts, double[] channelShares)
    {
        (_buyers, _channelShares) = (buyers, channelShares);
        Checkouts = checkouts;
    }

    /// <summary>How many there are.</summary>
    public int Count => _buyers.Length;

    /// <summary>The checkouts that they intend together.</summary>
    public long Checkouts { get; }

    /// <summary>A buyer.</summary>
    public ref readonly Buyer this[BuyerId id] => ref _buyers[id.Value];

    /// <summary>All checkouts that they intend, buyer by buyer.</summary>
    public IEnumerable<CheckoutId> AllCheckouts() =>
        from buyer in Enumerable.Range(0, Count)
        from number in Enumerable.Range(0, _buyers[buyer].Checkouts)
        select new CheckoutId(new BuyerId(buyer), number);

    /// <summary>The same buyers, who pay by these channels.</summary>
    public Crowd PayingBy(IReadOnlyList<ChannelPlan> channels, ulong seed)
    {
        var shares = channels.Select(channel => channel.ShareOfBuyers).ToArray();
        if (shares.AsSpan().SequenceEqual(_channelShares))
        {
            return this;
        }

        var choice = new AliasTable(shares);
        var buyers = _buyers.Select((buyer, number) =>
        {
            var draws = Draws.For(seed, number, Streams.Buyer);
            draws.Next(); // where the buyer lives
            return buyer with { Channel = (byte)choice.Draw(ref draws) };
        });
        return new Crowd([.. buyers], Checkouts, shares);
    }

    /// <summary>As many buyers as the checkouts need.</summary>
    public static Crowd Of(Scenario scenario, Demand demand)
    {
        var regions = new AliasTable([.. scenario.Population.Regions.Select(region => region.Share)]);
        double[] shares = [.. scenario.Channels.Select(channel => channel.ShareOfBuyers)];
        var channels = new AliasTable(shares);
        var again = 1 - Math.Min(1, demand.OrdersPerCheckout / scenario.Population.OrdersPerBuyer);
        var buyers = new List<Buyer>();
        var left = demand.Checkouts;
        while (left > 0)
        {
            var draws = Draws.For(scenario.Seed, buyers.Count, Streams.Buyer);
            var (region, channel, checkouts) = (regions.Draw(ref draws), channels.Draw(ref draws), 1);
            while (checkouts < Math.Min(left, CheckoutsMax) && draws.Happens(again))
            {
                checkouts++;
            }

            buyers.Add(new Buyer((byte)region, (byte)channel, (byte)checkouts));
            left -= checkouts;
        }

        return new Crowd([.. buyers], demand.Checkouts, shares);
    }
}

/// <summary>A buyer.</summary>
/// <param name="Region">Where the buyer lives, an index into the scenario's regions.</param>
/// <param name="Channel">How the buyer pays, an index into the scenario's channels.</param>
/// <param name="Checkouts">How many checkouts the buyer intends.</param>
internal readonly record struct Buyer(byte Region, byte Channel, byte Checkouts);
