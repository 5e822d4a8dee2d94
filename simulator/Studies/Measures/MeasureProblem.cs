namespace FlashSale.Simulator;

/// <summary>Something that is wrong with a measure of a study.</summary>
/// <param name="Key">The key of the measure that holds it: value, event, sql or unit.</param>
/// <param name="Position">At which character of that text, from 0.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Allowed">What would be right.</param>
public sealed record MeasureProblem(string Key, int Position, string Wrong, string Allowed);

/// <summary>What came of reading a measure.</summary>
/// <param name="Value">The measure; null if there is any problem.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record MeasureReading(MeasureExpression? Value, IReadOnlyList<MeasureProblem> Problems);
