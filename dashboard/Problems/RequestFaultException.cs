namespace FlashSale.Dashboard;

/// <summary>A request that cannot be carried out, and why.</summary>
internal sealed class RequestFaultException(RequestFault fault, string? detail = null) : Exception(detail)
{
    /// <summary>What is wrong.</summary>
    public RequestFault Fault { get; } = fault;

    /// <summary>The case at hand; null if there is no more to say.</summary>
    public string? Detail { get; } = detail;
}
