namespace FlashSale.Simulator;

/// <summary>What only the program around a run knows: for its manifest and its report.</summary>
/// <param name="Commit">The commit that the program was built from.</param>
/// <param name="Command">The command line that repeats the run.</param>
/// <param name="Wall">How long the run took on the wall clock, reports excluded.</param>
/// <param name="PeakRssBytes">The most memory that the process ever held.</param>
/// <param name="Machine">The machine, for people.</param>
public sealed record RunStamp(string Commit, string Command, TimeSpan Wall, long PeakRssBytes,
    string Machine);
