namespace FlashSale.Simulator;

/// <summary>How far a run is.</summary>
/// <param name="At">Virtual time since midnight of the festival; negative before it.</param>
/// <param name="Gmv">The value of orders paid on the day, at full scale.</param>
/// <param name="OrdersPlaced">Orders of the sample that were placed.</param>
/// <param name="OrdersPaid">Orders of the sample that were paid.</param>
/// <param name="Events">Events that have happened.</param>
/// <param name="Share">About how much of the run's work is done, from 0 to 1.</param>
public readonly record struct Progress(
    TimeSpan At, Money Gmv, long OrdersPlaced, long OrdersPaid, long Events, double Share);
