using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>What one arrival does at the market.</summary>
internal interface IVisits
{
    /// <summary>Makes a visit, one call after the other.</summary>
    /// <param name="index">Its number in the load: it decides who comes and what is wanted.</param>
    /// <param name="calls">Makes each call as a named step.</param>
    /// <returns>How it ended: at the last call, or at the first that was not done.</returns>
    Task<OrderEnd> Make(long index, ICalls calls);
}
