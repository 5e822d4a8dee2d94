using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>
/// An order that has ended, in its compact form: what an audit, a report or a repeated request still asks
/// for.
/// </summary>
/// <remarks>
/// Moments are seconds, as Unix time where they stand alone and after the order was placed elsewhere.
/// 88 bytes without padding.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct EndedOrder : IKeptOrder
{
    private const int NoVerdicts = 1 << 7;

    private readonly uint _placedAtS;
    private readonly int _paidAfterS;
    private readonly int _shippedAfterS;
    private readonly int _deliveredAfterS;
    private readonly int _confirmedAfterS;
    private OrderEscrow _escrow;

    public EndedOrder(in Order order, int firstLine, int lines)
    {
        Id = order.Id;
        Fingerprint = order.Fingerprint;
        _escrow = order.Escrow;
        Total = order.Total;
        Store = order.Store;
        FirstLine = firstLine;
        Lines = (byte)lines;
        OrdersInCheckout = (byte)order.OrdersInCheckout;
        Status = order.Status;
        _payments = (byte)(((int)order.Dispute << 6) | ((int)order.DepositChannel << 3) | (int)order.Channel);
        Rating = order.Rating;
        Credits = order.Credits;
        var refusedFor = order.RefusedFor == ReserveResult.SoldOut ? 0 : (int)order.RefusedFor;
        _marks = (byte)((order.IsFestival ? 1 : 0) | (refusedFor << 1)
            | (order.HasNoVerdicts ? NoVerdicts : 0));
        _placedAtS = (uint)order.PlacedAt.ToUnixTimeSeconds();
        _paidAfterS = After(order.PaidAt, order.PlacedAt);
        _shippedAfterS = After(order.ShippedAt, order.PlacedAt);
        _deliveredAfterS = After(order.DeliveredAt, order.PlacedAt);
        _confirmedAfterS = After(order.ConfirmedAt, order.PlacedAt);
    }

    public readonly OrderId Id { get; }

    public readonly ulong Fingerprint { get; }

    public readonly OrderEscrow Escrow => _escrow;

    public readonly Money Total { get; }

    public readonly StoreId Store { get; }

    /// <summary>The first of its lines among the ended lines.</summary>
    public readonly int FirstLine { get; }

    public readonly byte Lines { get; }

    public readonly byte OrdersInCheckout { get; }

    public readonly OrderStatus Status { get; }

    private byte _payments; // the dispute in two bits, each channel in three

    /// <inheritdoc cref="Order.Channel"/>
    public readonly PaymentChannel Channel => (PaymentChannel)(_payments & 7);

    /// <inheritdoc cref="Order.DepositChannel"/>
    public readonly PaymentChannel DepositChannel => (PaymentChannel)((_payments >> 3) & 7);

    /// <inheritdoc cref="Order.Dispute"/>
    public readonly DisputeStatus Dispute => (DisputeStatus)(_payments >> 6);

    public readonly Rating Rating { get; }

    public readonly OrderCredits Credits { get; }

    // Lowest bit: festival price; above it, why its payment was refused; the highest one: no verdicts.
    private readonly byte _marks;

    /// <summary>Whether it was placed at a festival price.</summary>
    public readonly bool IsFestival => (_marks & 1) == 1;

    /// <inheritdoc cref="Order.HasNoVerdicts"/>
    public readonly bool HasNoVerdicts => (_marks & NoVerdicts) != 0;

    /// <inheritdoc cref="Order.RefusedFor"/>
    public readonly ReserveResult RefusedFor => (_marks & ~NoVerdicts) >> 1 is > 0 and var why
        ? (ReserveResult)why : ReserveResult.SoldOut;

    public readonly DateTimeOffset PlacedAt => DateTimeOffset.FromUnixTimeSeconds(_placedAtS);

    public readonly DateTimeOffset? PaidAt => Moment(_paidAfterS);

    public readonly DateTimeOffset? ConfirmedAt => Moment(_confirmedAfterS);

    /// <inheritdoc cref="Order.TakenAt"/>
    public readonly DateTimeOffset? TakenAt(OrderStep step) => step switch
    {
        OrderStep.Pay => PaidAt,
        OrderStep.Ship => Moment(_shippedAfterS),
        OrderStep.Deliver => Moment(_deliveredAfterS),
        OrderStep.Confirm => ConfirmedAt,
        _ => null,
    };

    /// <summary>Notes that money came after the order was closed, and went back at once.</summary>
    public void NoteLatePayment(Money amount, PaymentChannel channel)
    {
        _payments = (byte)((_payments & ~7) | (int)channel);
        _escrow.Pay(amount);
        _escrow.Refund(amount);
    }

    private static int After(DateTimeOffset? moment, DateTimeOffset placedAt) =>
        moment is { } at ? 1 + (int)(at - placedAt).TotalSeconds : 0;

    private readonly DateTimeOffset? Moment(int afterS) =>
        afterS == 0 ? null : PlacedAt.AddSeconds(afterS - 1);
}

/// <summary>A line of an ended order: what an audit recounts units from.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct EndedLine(in OrderLine line)
{
    private readonly int _listing = line.Listing.Value;
    private readonly ushort _units = (ushort)line.Units;
    private readonly ushort _returned = (ushort)line.Returned;

    public ListingId Listing => new(_listing);

    public int Units => _units;

    public int Returned => _returned;
}
