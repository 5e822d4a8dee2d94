namespace FlashSale.GrainInterfaces;

/// <summary>
/// A grain could not load or save its rows: nothing is known about the request. Sent again it is answered as
/// if nothing had happened.
/// </summary>
[GenerateSerializer, Alias("flashsale.grain-fault")]
public sealed class GrainFaultException(string reason) : Exception(reason);
