namespace FlashSale.Simulator;

/// <summary>Runs that a design asks for: a point on seeds.</summary>
/// <param name="Point">The point; a name stands for the same point in all rounds.</param>
/// <param name="Seeds">The seeds, in order.</param>
/// <param name="Role">What the runs are for.</param>
internal sealed record AskedRuns(
    AskedPoint Point, IReadOnlyList<ulong> Seeds, RunRole Role = RunRole.Main);
