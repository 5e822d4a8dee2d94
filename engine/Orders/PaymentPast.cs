namespace FlashSale.Engine;

/// <summary>What became of an order's payment, as far as its rows still tell (rule ORD-4).</summary>
internal enum PaymentPast : byte
{
    /// <summary>It was not paid, or so late that the money went back at once.</summary>
    NotPaid = 1,

    /// <summary>Its deposit was paid, and no balance: it still waits, or the deposit is lost.</summary>
    DepositPaid,

    /// <summary>It was paid, and its units were sold; what came back later does not count.</summary>
    Paid,

    /// <summary>It was paid when its goods were gone; the money went back.</summary>
    SoldOut,
}
