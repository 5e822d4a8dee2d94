namespace FlashSale.Simulator;

/// <summary>What a buyer plans for one checkout.</summary>
/// <param name="Kind">Why the buyer comes.</param>
/// <param name="OpenAt">When the cart begins to fill, in ms since midnight.</param>
/// <param name="CheckOutAt">When the buyer presses the button; of a presale, for the deposit.</param>
/// <param name="BalanceAt">When the balance of a presale is paid.</param>
internal readonly record struct Visit(ArrivalKind Kind, long OpenAt, long CheckOutAt, long BalanceAt);
