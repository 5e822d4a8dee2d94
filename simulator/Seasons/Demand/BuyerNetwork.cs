using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>
/// The buyers and stores of a market, who draw each other from week to week (rule DEM-5).
/// </summary>
/// <remarks>
/// ΔB/B = (0.02 + 0.6·Δln S + 0.05·Δln B)·(1 − B/max) − leaving; ΔS/S = (0.01 + 0.2·Δln B)·(1 − B/max) −
/// exits, which are the season's own.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct BuyerNetwork
{
    /// <summary>A network that stands at its start.</summary>
    public BuyerNetwork(NetworkTerms terms, double stores) => (Buyers, _storesBefore) =
        (terms.BuyersAtStart, stores);

    /// <summary>Buyers, in millions.</summary>
    public double Buyers { get; private set; }

    /// <summary>The growth of buyers in the last week: Δln B.</summary>
    public double Growth { get; private set; }

    private double _storesBefore;

    /// <summary>Stores that open in a week, as a share of those that are open.</summary>
    public readonly double OpeningsAWeek(NetworkTerms terms) =>
        (terms.StoresAlone + (terms.StoresByBuyers * Growth)) * Room(terms);

    /// <summary>A week is over.</summary>
    public void Pass(NetworkTerms terms, double stores)
    {
        var ofStores = stores > 0 && _storesBefore > 0 ? ExactMath.Ln(stores / _storesBefore) : 0;
        var gains = terms.BuyersAlone + (terms.BuyersByStores * ofStores)
            + (terms.BuyersByBuyers * Growth);
        var before = Buyers;
        Buyers = Math.Clamp(Buyers * (1 + (gains * Room(terms)) - terms.BuyersLeave), 1e-6, terms.BuyersMax);
        Growth = ExactMath.Ln(Buyers / before);
        _storesBefore = stores;
    }

    private readonly double Room(NetworkTerms terms) => 1 - (Buyers / terms.BuyersMax);
}
