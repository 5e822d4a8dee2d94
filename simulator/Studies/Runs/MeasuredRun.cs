namespace FlashSale.Simulator;

/// <summary>A run of a study with the values of its measures.</summary>
/// <param name="Order">What was run.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Values">A value for each measure; null where the run has none. Empty without figures.</param>
public sealed record MeasuredRun(RunOrder Order, RunOutcome Outcome, IReadOnlyList<double?> Values);
