using FlashSale.Simulator;

namespace FlashSale.Driver;

/// <summary>summary.json of a search for the breaking point.</summary>
public sealed record PeakSummary
{
    /// <summary>What marks the file as one of a search.</summary>
    public const string KindWord = "flashsale-peak";

    /// <summary>What marks the file as one of a search.</summary>
    public string Kind { get; init; } = KindWord;

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>How commands travelled: single, batch, stream.</summary>
    public required string Way { get; init; }

    /// <summary>What an order was made of.</summary>
    public required string Mix { get; init; }

    /// <summary>How long each try was, without its warm-up.</summary>
    public int Seconds { get; init; }

    /// <summary>The warm-up of each try.</summary>
    public int WarmUpSeconds { get; init; }

    /// <summary>What a rate had to hold.</summary>
    public required LoadGates Gates { get; init; }

    /// <summary>The highest rate that held, in orders a second; null if none did.</summary>
    public double? Peak { get; init; }

    /// <summary>What was measured there, in the slower of the tries that held.</summary>
    public PhaseFigures? PeakFigures { get; init; }

    /// <summary>
    /// Whether the search ended at the highest rate that it can try, and not at the market's.
    /// </summary>
    public bool IsBound { get; init; }

    /// <summary>Whether it was stopped early: the peak is the highest of what was tried.</summary>
    public bool IsPartial { get; init; }

    /// <summary>All tries, in their order.</summary>
    public required IReadOnlyList<PeakTry> Tries { get; init; }

    /// <summary>The commit that the driver was built from.</summary>
    public string Commit { get; init; } = "";

    /// <summary>The command line that repeats it.</summary>
    public string Command { get; init; } = "";
}
