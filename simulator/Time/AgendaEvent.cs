using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>
/// Something that will happen at a moment of virtual time; what it means is up to who planned it.
/// </summary>
/// <param name="At">When, in ms of virtual time.</param>
/// <param name="Extra">Anything that fits into 64 bits, such as an order.</param>
/// <param name="Entity">To whom: a buyer, a store, a parcel.</param>
/// <param name="Kind">What happens.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct AgendaEvent(long At, long Extra, int Entity, int Kind);
