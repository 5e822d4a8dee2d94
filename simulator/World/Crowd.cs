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

    /// <summary>As many buyers as the demand needs.</summary>
    public static Crowd Of(Scenario scenario, Demand demand)
    {
        double[] shares = [.. scenario.Channels.Select(channel => channel.ShareOfBuyers)];
        return new Crowd([], 0, shares).With(demand.Checkouts, scenario, demand);
    }

    /// <summary>These buyers, and further ones for so many checkouts more.</summary>
    public Crowd With(long checkouts, Scenario scenario, Demand demand)
    {
        if (checkouts == 0)
        {
            return this;
        }

        var regions = new AliasTable([.. scenario.Population.Regions.Select(region => region.Share)]);
        var channels = new AliasTable(_channelShares);
        var again = 1 - Math.Min(1, demand.OrdersPerCheckout / scenario.Population.OrdersPerBuyer);
        var buyers = new List<Buyer>(_buyers);
        for (var left = checkouts; left > 0; left -= buyers[^1].Checkouts)
        {
            var draws = Draws.For(scenario.Seed, buyers.Count, Streams.Buyer);
            var (region, channel, own) = (regions.Draw(ref draws), channels.Draw(ref draws), 1);
            while (own < Math.Min(left, CheckoutsMax) && draws.Happens(again))
            {
                own++;
            }

            buyers.Add(new Buyer((byte)region, (byte)channel, (byte)own));
        }

        return new Crowd([.. buyers], Checkouts + checkouts, _channelShares);
    }
}

/// <summary>A buyer.</summary>
/// <param name="Region">Where the buyer lives, an index into the scenario's regions.</param>
/// <param name="Channel">How the buyer pays, an index into the scenario's channels.</param>
/// <param name="Checkouts">How many checkouts the buyer intends.</param>
internal readonly record struct Buyer(byte Region, byte Channel, byte Checkouts);
