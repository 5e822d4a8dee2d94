using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FlashSale.Marketplace;

/// <summary>
/// Movements that happen together or not at all, in their order; at most <see cref="MovementsMax"/>.
/// </summary>
/// <remarks>Rule ESC-2. Decided by <see cref="OrderMovements"/>; a host only carries them out.</remarks>
public struct MovementPlan
{
    /// <summary>The most movements that one plan has.</summary>
    public const int MovementsMax = 3;

    private Room _movements;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them, from 0.</summary>
    [UnscopedRef]
    public readonly ref readonly Movement this[int at]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(at, Count);
            return ref _movements[at];
        }
    }

    /// <summary>Adds a movement; one of no amount is left out.</summary>
    public void Add(MovementKind kind, AccountId from, AccountId to, Money amount)
    {
        Invariant.Holds(!amount.IsNegative, "no movement is negative");
        if (amount.IsPositive)
        {
            Invariant.Holds(Count < MovementsMax, "a plan has room for its movements");
            _movements[Count++] = new Movement(kind, from, to, amount);
        }
    }

    /// <summary>What the account that a movement leaves must hold before the first of them.</summary>
    public readonly Money NeededFor(int at)
    {
        var (from, needed) = (this[at].From, Money.Zero);
        for (var earlier = 0; earlier <= at; earlier++)
        {
            needed += _movements[earlier].From == from ? _movements[earlier].Amount : Money.Zero;
            needed -= earlier < at && _movements[earlier].To == from
                ? _movements[earlier].Amount
                : Money.Zero;
        }

        return needed;
    }

    [InlineArray(MovementsMax)]
    private struct Room
    {
        private Movement _first;
    }
}
