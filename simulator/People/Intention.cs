namespace FlashSale.Simulator;

/// <summary>What a buyer means to do next, decided by pure functions of draws, sight and behaviour.</summary>
/// <remarks>
/// Whoever plays the buyer, a simulation or the people of a live market, plans it and carries it out when
/// its time has come. The default is nothing: the buyer gives up, or lets things take their course.
/// </remarks>
/// <param name="Act">What.</param>
/// <param name="AfterMs">How long from now, in ms.</param>
/// <param name="Entity">The entity of the event, as the act explains it.</param>
internal readonly record struct Intention(EventKind Act, long AfterMs, int Entity = 0)
{
    /// <summary>Whether the buyer means to do anything.</summary>
    public bool IsAny => Act != 0;
}
