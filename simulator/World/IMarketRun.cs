using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>A market that is played in virtual time, a festival's or a season's.</summary>
internal interface IMarketRun
{
    /// <summary>The market.</summary>
    Market Market { get; }

    /// <summary>The moment that it stands at.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Plans what a buyer means to do; false if that is nothing.</summary>
    bool Plan(in Intention intention, long extra);
}
