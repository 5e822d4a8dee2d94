namespace FlashSale.Simulator;

/// <summary>What a participant of a protest does (rule GOV-5).</summary>
internal enum ProtestAct
{
    /// <summary>Signs, and writes in the chat.</summary>
    Petition = 0,

    /// <summary>Clicks on what a large store pays for.</summary>
    Click,

    /// <summary>Orders to take the stock away, and lets the order close, or sends the goods back.</summary>
    Hoard,

    /// <summary>Buys to rate poorly.</summary>
    Rate,
}
