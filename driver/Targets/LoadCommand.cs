namespace FlashSale.Driver;

/// <summary>What a virtual buyer asks of the market, one after the other; what becomes of it is the
/// market's.</summary>
public enum LoadStep : byte
{
    /// <summary>Puts the line into the cart.</summary>
    PutInCart = 1,

    /// <summary>Places the order.</summary>
    Checkout,

    /// <summary>Pays it.</summary>
    Pay,

    /// <summary>The store sends the parcel.</summary>
    Ship,

    /// <summary>The courier hands it over.</summary>
    Deliver,

    /// <summary>The buyer confirms receipt: the store gets the money.</summary>
    Confirm,

    /// <summary>The buyer rates the store; only visits go so far.</summary>
    Rate,

    /// <summary>The buyer complains of a counterfeit; only visits go so far.</summary>
    Complain,
}

/// <summary>One command of a virtual buyer.</summary>
/// <param name="Step">Which.</param>
/// <param name="Checkout">The checkout that it belongs to; no two orders of a test have the same.</param>
/// <param name="Line">What is bought.</param>
/// <param name="Channel">How it is paid.</param>
public readonly record struct LoadCommand(
    LoadStep Step, CheckoutId Checkout, CartLine Line, PaymentChannel Channel)
{
    /// <summary>The number of the order in its load, from 0.</summary>
    public long Index { get; init; }

    /// <summary>The order that a checkout of one line makes.</summary>
    public OrderId Order => Checkout.Order(0);
}
