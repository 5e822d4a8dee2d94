namespace FlashSale.Simulator;

/// <summary>What came of reading a file: the value, or everything that is wrong with it.</summary>
/// <typeparam name="T">What was read.</typeparam>
/// <param name="Value">The value; null if there is any problem.</param>
/// <param name="Problems">The problems in the order of the file; empty if the value is there.</param>
public sealed record ScenarioReading<T>(T? Value, IReadOnlyList<ScenarioProblem> Problems)
    where T : class;
