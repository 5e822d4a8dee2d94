namespace FlashSale.Simulator;

/// <summary>From where to where a number may lie, in its own unit.</summary>
/// <remarks>
/// How sure that is, and of what kind – of a mean by Student's t, of 1,000 resamples – says whoever made it.
/// An end is infinite where nothing limits it.
/// </remarks>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record Interval(double Low, double High);
