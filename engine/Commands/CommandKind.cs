namespace FlashSale.Engine;

/// <summary>The kinds of commands in a journal. The numbers are stored and never reused.</summary>
internal enum CommandKind : byte
{
    Genesis = 1,
    AdvanceTo = 2,
    OpenStore = 3,
    StepStore = 4,
    SetCoupon = 5,
    Publish = 6,
    Reprice = 7,
    Restock = 8,
    Withdraw = 9,
    PutInCart = 10,
    RemoveFromCart = 11,
    Checkout = 12,
    Pay = 13,
    PayBalance = 14,
    StepOrder = 15,
    Refund = 16,
    OpenDispute = 17,
    ResolveDispute = 18,
    Rate = 19,
    RateBuyer = 20,
    Move = 21,
    Flip = 22,
    ChangePolicy = 23,
}
