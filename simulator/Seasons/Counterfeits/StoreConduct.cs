using System.Runtime.InteropServices;

namespace FlashSale.Simulator;

/// <summary>What a store means to sell (rules TRU-1, TRU-15).</summary>
internal enum StorePlan
{
    /// <summary>Genuine goods.</summary>
    Genuine = 1,

    /// <summary>Fakes.</summary>
    Fakes,

    /// <summary>A brand of its own.</summary>
    OwnBrand,
}

/// <summary>How a store of a season behaves, which nobody sees (rule TRU-1).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct StoreConduct
{
    /// <summary>What it means to sell; 0 as long as nobody thought of it.</summary>
    public StorePlan Plan;

    /// <summary>The day since which it does.</summary>
    public int PlanDay;

    /// <summary>Closures that its owner heard of.</summary>
    public int Heard;

    /// <summary>Who makes its fakes.</summary>
    public int Maker;

    /// <summary>Whether it ever sold fakes on purpose; 1 or 0.</summary>
    public int HasCheated;

    /// <summary>The day of its owner's last violation; far back if there was none.</summary>
    public int ViolatedDay;
}
