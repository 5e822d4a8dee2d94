namespace FlashSale.Simulator;

/// <summary>What a key of a scenario does to its calibration.</summary>
internal enum KeyRole
{
    /// <summary>Says how the scenario is called or loaded onto a market; decides nothing of a run.</summary>
    Label = 1,

    /// <summary>Was published of the festival: demand and prices are calibrated to it.</summary>
    Fact,

    /// <summary>Acts after the calibration and moves nothing of it.</summary>
    Intervention,

    /// <summary>Makes other people or other goods: runs cannot be compared pair by pair.</summary>
    AnotherWorld,
}
