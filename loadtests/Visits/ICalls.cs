using FlashSale.Driver;

namespace FlashSale.LoadTests;

/// <summary>Makes the calls of visits, each as a named step of whoever counts them.</summary>
internal interface ICalls
{
    /// <summary>Makes a call and gives its answer.</summary>
    /// <param name="step">The name of the step, in kebab-case.</param>
    /// <param name="call">The call.</param>
    Task<LoadAnswer> Call(string step, Func<Task<LoadAnswer>> call);
}

/// <summary>Makes calls and counts none: the visit as a whole is what counts.</summary>
internal sealed class PlainCalls : ICalls
{
    /// <inheritdoc/>
    public Task<LoadAnswer> Call(string step, Func<Task<LoadAnswer>> call) => call();
}
