using System.Runtime.InteropServices;

namespace FlashSale.Marketplace;

/// <summary>
/// The times to act that a policy gives to those who did something while it was in force: they keep them
/// when it changes (rule GOV-1).
/// </summary>
/// <remarks>Unmanaged and without padding: stored as it is.</remarks>
/// <param name="PayWithin">INV-2: of an order that is placed.</param>
/// <param name="FestivalPayWithin">INV-2: the same at a festival price.</param>
/// <param name="ConfirmWithin">ORD-2: of an order that is shipped.</param>
/// <param name="FestivalConfirmWithin">ORD-2: the same at a festival price.</param>
/// <param name="ReturnWithin">ORD-3: of goods that are received.</param>
/// <param name="TopUpWithin">STO-3: of a store that fell below its deposit.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public readonly record struct PolicyPromises(
    TimeSpan PayWithin,
    TimeSpan FestivalPayWithin,
    TimeSpan ConfirmWithin,
    TimeSpan FestivalConfirmWithin,
    TimeSpan ReturnWithin,
    TimeSpan TopUpWithin)
{
    /// <summary>The longest of them.</summary>
    public TimeSpan Longest
    {
        get
        {
            ReadOnlySpan<TimeSpan> all =
                [FestivalPayWithin, ConfirmWithin, FestivalConfirmWithin, ReturnWithin, TopUpWithin];
            var longest = PayWithin;
            foreach (var one in all)
            {
                longest = one > longest ? one : longest;
            }

            return longest;
        }
    }

    /// <summary>What a policy promises.</summary>
    public static PolicyPromises Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(
            policy.Inventory.PayWithin, policy.Inventory.FestivalPayWithin,
            policy.Orders.ConfirmWithin, policy.Orders.FestivalConfirmWithin,
            policy.Orders.ReturnWithin, policy.Stores.TopUpWithin);
    }
}

/// <summary>What a policy of before has promised, from its first moment on.</summary>
/// <param name="FromMs">The moment, as Unix time in milliseconds.</param>
/// <param name="Promises">What it has promised.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public readonly record struct PastPromises(long FromMs, PolicyPromises Promises);
