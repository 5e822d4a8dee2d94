using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// A part of a season that acts when a day begins: who opens and closes, who orders stock, who comes.
/// </summary>
/// <remarks>
/// Parts act one after the other in the order of <see cref="Season"/>, through commands of the market and
/// the agenda alone, so that a model can be added, or replaced by a better one, without the others. What a
/// part remembers it saves itself; what it measures it counts in the <see cref="SeasonRecorder"/>. A part
/// that is an <see cref="IMarketObserver"/> too hears of everything that happens to orders.
/// </remarks>
internal interface ISeasonPart
{
    /// <summary>A day begins; where it begins a week, what is decided weekly is decided.</summary>
    void Begin(in SeasonDay day);

    /// <summary>Writes what the part remembers.</summary>
    void Save(StateWriter writer);

    /// <summary>Reads it back.</summary>
    void Load(StateReader reader);
}
