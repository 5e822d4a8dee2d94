namespace FlashSale.Marketplace;

/// <summary>Why a store does not sell though its owner wants to. 0 is no cause.</summary>
public enum SuspensionCause : byte
{
    /// <summary>
    /// It stayed below its deposit for too long (rule STO-3); topping up ends the suspension.
    /// </summary>
    Deposit = 1,

    /// <summary>The platform decided it; the platform ends it.</summary>
    Platform,

    /// <summary>A penalty: it is hidden, suspended or closed (rules TRU-5, TRU-6).</summary>
    Penalty,

    /// <summary>It has no certificate and should (rule IDN-3); the certificate ends the suspension.</summary>
    Certificate,
}
