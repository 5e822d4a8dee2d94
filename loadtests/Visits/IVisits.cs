using FlashSale.Driver;
using NBomber.Contracts;

namespace FlashSale.LoadTests;

/// <summary>What one arrival does at the market.</summary>
internal interface IVisits
{
    /// <summary>Makes a visit, each call as a step of NBomber's reports.</summary>
    /// <param name="index">Its number in the load: it decides who comes and what is wanted.</param>
    /// <param name="context">The copy of NBomber's scenario that makes it.</param>
    /// <returns>How it ended: at the last call, or at the first that was not done.</returns>
    Task<OrderEnd> Make(long index, IScenarioContext context);
}
