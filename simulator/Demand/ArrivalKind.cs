namespace FlashSale.Simulator;

/// <summary>Why somebody comes to a checkout when they do (rule DEM-3).</summary>
public enum ArrivalKind
{
    /// <summary>With a cart filled before, as soon after midnight as they get to it.</summary>
    Rush = 1,

    /// <summary>To pay the balance of a presale, which opens at 01:00.</summary>
    Presale,

    /// <summary>When they happen to shop in the course of the day.</summary>
    Browse,
}
