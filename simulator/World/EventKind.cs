namespace FlashSale.Simulator;

/// <summary>What an agenda holds, of a simulated market or of the people of a live one.</summary>
/// <remarks>Saved runs hold the numbers.</remarks>
internal enum EventKind
{
    /// <summary>
    /// A buyer opens the market to fill a cart. Entity: ms until the checkout. Extra: the checkout and why.
    /// In a season: a buyer looks, and may buy. Extra: buyer, day and which visit of the day.
    /// </summary>
    Visit = 1,

    /// <summary>A buyer puts a listing into the cart. Entity: the listing. Extra: the checkout.</summary>
    PutInCart,

    /// <summary>A buyer presses the button. Entity: the try. Extra: the checkout.</summary>
    CheckOut,

    /// <summary>The gateway lets a buyer in who waited. Entity: the try. Extra: the checkout.</summary>
    Enter,

    /// <summary>
    /// A buyer starts to pay. Entity: tries before. Extra: the checkout and its number of orders.
    /// </summary>
    StartPayment,

    /// <summary>The channel has the answer. Entity: tries before. Extra: as before.</summary>
    SettlePayment,

    /// <summary>A store hands a parcel over. Extra: the order.</summary>
    Ship,

    /// <summary>A parcel leaves the region of its store. Entity: ms still to go. Extra: the order.</summary>
    LeaveRegion,

    /// <summary>A parcel reaches the couriers of the buyer's region. Extra: the order.</summary>
    ReachRegion,

    /// <summary>
    /// The couriers of a region deliver the next parcel. Entity: the region. Extra: revision.
    /// </summary>
    Deliver,

    /// <summary>A buyer wants the money back before the parcel leaves. Extra: the order.</summary>
    RefundUnshipped,

    /// <summary>A buyer confirms receipt. Extra: the order.</summary>
    Confirm,

    /// <summary>
    /// A buyer sends the goods back. Entity: 1 over poor quality. Extra: the order.
    /// </summary>
    Return,

    /// <summary>A dispute is decided. Entity: 1 over a parcel that did not come. Extra: the order.</summary>
    DecideDispute,

    /// <summary>A buyer rates. Entity: what went wrong. Extra: the order.</summary>
    Rate,

    /// <summary>A shock begins or ends. Entity: which.</summary>
    Shock,

    /// <summary>A degradation switch is turned on. Entity: which.</summary>
    Switch,

    /// <summary>The policy changes. Entity: which step.</summary>
    ChangePolicy,

    /// <summary>
    /// An order of a live market is paid and takes its turn at its store. Entity: the store. Extra: the
    /// order.
    /// </summary>
    Pack,

    /// <summary>A parcel of a live market or of a season is delivered. Extra: the order.</summary>
    HandOver,

    /// <summary>
    /// Time confirms the receipt of an order of a live market if its buyer did not. Extra: the order.
    /// </summary>
    SeeConfirmed,

    /// <summary>A buyer claims the money of a parcel that has not come. Extra: the order.</summary>
    Claim,

    /// <summary>A buyer leaves the queue of a payment channel. Extra: the payment.</summary>
    LeaveQueue,

    /// <summary>A run that was forked goes on under the numbers of its own scenario.</summary>
    TakeOver,

    /// <summary>A store of a season puts a listing on sale. Entity: the listing.</summary>
    PutUp,

    /// <summary>A buyer of a season comes for a burst. Entity: the buyer. Extra: burst and number.</summary>
    BurstVisit,

    /// <summary>A buyer of a season comes who was told. Entity: the listing. Extra: the buyer.</summary>
    Referral,

    /// <summary>Goods of a season are given away to be talked about.</summary>
    Seeding,

    /// <summary>The platform's work of a day in a season begins. Entity: the day.</summary>
    Enforce,

    /// <summary>A buyer of a season takes what arrived for a fake. Extra: the order.</summary>
    NoticeFake,

    /// <summary>A protester orders at a store of a season. Entity: the store. Extra: the checkout.</summary>
    Protest,

    /// <summary>A protester rates a store poorly. Extra: the order.</summary>
    RatePoorly,

    /// <summary>An application of a store of a season for a certificate goes on. Entity: the store.</summary>
    Certify,

    /// <summary>
    /// The classifier looks at a listing of a season. Entity: the listing. Extra: 1 if its store gives it
    /// another text before.
    /// </summary>
    Screen,

    /// <summary>A warned seller answers. Entity: the listing. Extra: the number of its text.</summary>
    AnswerWarning,

    /// <summary>Reviewers of listings work for an hour.</summary>
    Review,
}
