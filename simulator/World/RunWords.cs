namespace FlashSale.Simulator;

/// <summary>Why a checkout or a payment was refused, as the run counts it.</summary>
internal enum Refusal
{
    Gateway,
    SoldOut,
    LimitReached,
    NotForSale,
    PriceRisen,
    PaymentFailed,
    RefundsSwitchedOff,
}

/// <summary>Why a buyer gave up.</summary>
internal enum GivenUp
{
    PatienceOver,
    NothingLeft,
    PaymentsFailed,
    ConfidenceLost,
}

/// <summary>Why money went back.</summary>
internal enum RefundCause
{
    BeforeShipping,
    NoReason,
    PoorQuality,
    DisputeWon,
    LatePayment,
    SoldOutAtPayment,
}

/// <summary>What went wrong with an order before it was rated (rule REP-6).</summary>
[Flags]
internal enum Grievances
{
    None = 0,
    LateDelivery = 1,
    LateDispatch = 2,
}
