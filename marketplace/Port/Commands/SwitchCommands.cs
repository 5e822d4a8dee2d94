namespace FlashSale.Marketplace;

/// <summary>Flips a degradation switch (rules CAP-2, IDN-5).</summary>
public readonly record struct Flip(SwitchCommand Command, RequestId Request = default)
    : IKeyedCommand<Flip, FlipResult>
{
    /// <inheritdoc/>
    public static FlipResult IdReused => FlipResult.IdReused;

    /// <inheritdoc/>
    public static CommandKind Kind => CommandKind.Flip;

    /// <summary>Switches are the platform's.</summary>
    public static Caller Caller => Caller.Operator;

    /// <inheritdoc/>
    public Subject Subject => new(SubjectKind.Festival, 0);

    /// <inheritdoc/>
    public static Flip Read(ref FieldReader fields)
    {
        var (which, on) = (fields.Take<Switch>(), fields.TakeBool());
        var until = fields.TakeMomentOrNone();
        var command = new SwitchCommand(which, on, fields.TakeText(), fields.TakeText(), until);
        return new(command, fields.TakeRequest());
    }

    /// <inheritdoc/>
    public void Write(FieldWriter fields)
    {
        fields.Put((byte)Command.Switch);
        fields.Put(Command.On);
        fields.Put(Command.Until);
        fields.Put(Command.Who);
        fields.Put(Command.Why);
        fields.Put(Request);
    }
}

/// <summary>Calls about degradation switches.</summary>
public static class SwitchCommands
{
    extension(IMarketplace market)
    {
        /// <inheritdoc cref="Marketplace.Flip"/>
        public ValueTask<FlipResult> Flip(SwitchCommand command, RequestId request = default) =>
            market.Do<Flip, FlipResult>(new(command, request));
    }
}
