namespace FlashSale.Simulator;

/// <summary>What a buyer comes for who was told of it.</summary>
/// <param name="Key">Of the visit's draws.</param>
/// <param name="Category">Where the buyer looks.</param>
/// <param name="Listing">What is looked at first; −1 if nothing is.</param>
/// <param name="Conversion">The odds of buying, times this.</param>
internal readonly record struct BuyerErrand(long Key, int Category, int Listing, double Conversion);
