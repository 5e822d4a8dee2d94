namespace FlashSale.Engine;

/// <summary>
/// Where an order is kept: nowhere, in a row of live orders, or in one of those that have ended.
/// </summary>
internal readonly struct OrderPlace(int packed)
{
    /// <summary>Whether there is such an order.</summary>
    public bool IsKnown => packed >= 0;

    /// <summary>Whether it is alive.</summary>
    public bool IsLive => packed >= 0 && (packed & 1) == 0;

    /// <summary>Whether it has ended.</summary>
    public bool IsEnded => packed >= 0 && (packed & 1) == 1;

    /// <summary>Its row, among its own kind.</summary>
    public int Row => packed >> 1;

    /// <summary>The form that an index keeps.</summary>
    public static int OfLive(int row) => row * 2;

    /// <inheritdoc cref="OfLive"/>
    public static int OfEnded(int row) => (row * 2) + 1;
}
