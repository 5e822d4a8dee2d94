using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>What buyers remember of the stores where they bought last (MODELS M0).</summary>
/// <remarks>
/// Each buyer remembers four stores, good ones and bad ones; the one that was least lately bought at is
/// forgotten first.
/// </remarks>
internal sealed class BuyerMemory(int buyers)
{
    private const int Kept = 4; // assumed

    private readonly int[] _slots = new int[buyers * Kept]; // store + 1, negative if it was bad; 0 is none
    private readonly SortedSet<long> _takenForFakes = []; // orders, however they end

    /// <summary>Whether a buyer remembers a store, and how.</summary>
    public Opinion Of(int buyer, int store)
    {
        foreach (var slot in Slots(buyer))
        {
            if (Math.Abs(slot) == store + 1)
            {
                return slot > 0 ? Opinion.Good : Opinion.Bad;
            }
        }

        return Opinion.None;
    }

    /// <summary>One of the good stores that a buyer remembers, by evenly mixed bits; −1 if none is.</summary>
    public int GoodOne(int buyer, ulong bits)
    {
        var good = 0;
        foreach (var slot in Slots(buyer))
        {
            good += slot > 0 ? 1 : 0;
        }

        var which = (int)Math.BigMul(bits, (ulong)good, out _);
        foreach (var slot in Slots(buyer))
        {
            if (slot > 0 && which-- == 0)
            {
                return slot - 1;
            }
        }

        return -1;
    }

    /// <summary>A buyer's order ended well or badly.</summary>
    public void Note(int buyer, int store, bool isGood)
    {
        var slots = Slots(buyer);
        var at = 0;
        while (at < Kept - 1 && Math.Abs(slots[at]) != store + 1)
        {
            at++;
        }

        slots[..at].CopyTo(slots[1..]);
        slots[0] = isGood ? store + 1 : -(store + 1);
    }

    /// <summary>A buyer takes what came for a fake: it is no good order, even if it is confirmed.</summary>
    public void TakeForFake(OrderId order, int store)
    {
        _takenForFakes.Add(order.Packed);
        Note(order.Buyer.Value, store, isGood: false);
    }

    /// <summary>Whether the buyer of an order took what came for a fake.</summary>
    public bool TookForFake(OrderId order) => _takenForFakes.Contains(order.Packed);

    public void Save(StateWriter writer)
    {
        writer.WriteRows<int>(_slots);
        writer.WriteSpan<long>([.. _takenForFakes]);
    }

    public void Load(StateReader reader)
    {
        reader.ReadRows<int>(_slots);
        _takenForFakes.UnionWith(reader.ReadSpan<long>());
    }

    private Span<int> Slots(int buyer) => _slots.AsSpan(buyer * Kept, Kept);
}

/// <summary>How a buyer remembers a store.</summary>
internal enum Opinion
{
    /// <summary>Not at all.</summary>
    None = 1,

    /// <summary>The last order ended well.</summary>
    Good,

    /// <summary>It did not.</summary>
    Bad,
}
