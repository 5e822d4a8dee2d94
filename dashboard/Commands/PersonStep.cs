namespace FlashSale.Dashboard;

/// <summary>The steps that a person takes with an order.</summary>
internal enum PersonStep : byte
{
    /// <inheritdoc cref="OrderStep.Cancel"/>
    Cancel = OrderStep.Cancel,

    /// <inheritdoc cref="OrderStep.Ship"/>
    Ship = OrderStep.Ship,

    /// <inheritdoc cref="OrderStep.Deliver"/>
    Deliver = OrderStep.Deliver,

    /// <inheritdoc cref="OrderStep.Confirm"/>
    Confirm = OrderStep.Confirm,
}
