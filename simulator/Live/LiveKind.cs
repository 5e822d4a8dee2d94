namespace FlashSale.Simulator;

/// <summary>What the agenda of buyers who live in a real market holds.</summary>
internal enum LiveKind
{
    /// <summary>
    /// A buyer opens the market to fill a cart. Entity: ms until the checkout. Extra: the checkout and why.
    /// </summary>
    Visit = 1,

    /// <summary>A buyer puts a listing into the cart. Entity: the listing. Extra: the checkout.</summary>
    PutInCart,

    /// <summary>A buyer presses the button. Entity: the try. Extra: the checkout.</summary>
    CheckOut,

    /// <summary>A buyer starts to pay. Entity: tries before. Extra: the payment.</summary>
    StartPayment,

    /// <summary>The channel has the answer. Entity: tries before. Extra: the payment.</summary>
    SettlePayment,

    /// <summary>
    /// An order is paid and takes its turn at its store. Entity: the store. Extra: the order.
    /// </summary>
    Pack,

    /// <summary>A store hands a parcel over. Extra: the order.</summary>
    Ship,

    /// <summary>A parcel reaches the couriers of the buyer's region. Extra: the order.</summary>
    ReachRegion,

    /// <summary>A parcel is delivered. Extra: the order.</summary>
    Deliver,

    /// <summary>A buyer wants the money back before the parcel leaves. Extra: the order.</summary>
    RefundUnshipped,

    /// <summary>A buyer confirms receipt. Extra: the order.</summary>
    Confirm,

    /// <summary>A buyer sends the goods back. Entity: 1 over poor quality. Extra: the order.</summary>
    Return,

    /// <summary>A dispute is decided. Extra: the order.</summary>
    DecideDispute,

    /// <summary>A buyer rates. Extra: the order.</summary>
    Rate,

    /// <summary>A degradation switch is turned on. Entity: which.</summary>
    Switch,
}
