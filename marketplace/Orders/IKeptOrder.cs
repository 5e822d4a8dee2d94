namespace FlashSale.Marketplace;

/// <summary>What a reader may see of an order, in whatever form a host keeps it.</summary>
public interface IKeptOrder
{
    /// <inheritdoc cref="Order.Id"/>
    OrderId Id { get; }

    /// <inheritdoc cref="Order.Store"/>
    StoreId Store { get; }

    /// <inheritdoc cref="Order.Status"/>
    OrderStatus Status { get; }

    /// <inheritdoc cref="Order.Channel"/>
    PaymentChannel Channel { get; }

    /// <inheritdoc cref="Order.DepositChannel"/>
    PaymentChannel DepositChannel { get; }

    /// <inheritdoc cref="Order.Total"/>
    Money Total { get; }

    /// <inheritdoc cref="Order.Escrow"/>
    OrderEscrow Escrow { get; }

    /// <inheritdoc cref="Order.Rating"/>
    Rating Rating { get; }

    /// <inheritdoc cref="Order.PlacedAt"/>
    DateTimeOffset PlacedAt { get; }

    /// <inheritdoc cref="Order.TakenAt"/>
    DateTimeOffset? TakenAt(OrderStep step);
}
