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
    QueueTooLong,
    StaysAway,
    CouponGone,
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
    NotReceived,
}
